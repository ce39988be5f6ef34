import { isIncluded } from '@pasarela/schema/access/included';
import { executeSync, type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Planned } from '../request-state';

/** Answers `__schema` and `__type` from the requester's own view of the schema, wherever at the root they stand. */
export function introspect({ operation, fragments, view, coercedVariables }: Planned): Record<string, unknown> {
  const selections = rootFields(operation.selectionSet).filter(
    ({ name }) => name.value === '__schema' || name.value === '__type',
  );
  if (selections.length === 0) return {};
  const definition = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const { data } = executeSync({
    schema: view(),
    document: { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] },
    rootValue: {},
    variableValues: coercedVariables,
  });
  return (data as Record<string, unknown> | null) ?? {};

  function rootFields(set: SelectionSetNode): FieldNode[] {
    return set.selections.filter((selection) => isIncluded(selection, coercedVariables)).flatMap(fieldsOf);
  }

  function fieldsOf(selection: SelectionNode): FieldNode[] {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment ? rootFields(fragment.selectionSet) : [];
  }
}
