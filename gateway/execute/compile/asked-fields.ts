import { isIncluded, type Variables } from '@pasarela/schema/access/included';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { appliesTo } from './selected-fields';

/** The operation as it was asked, before anything was cut out of it. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values; those that `@include` and `@skip` read decide what is asked. */
  readonly variables: Variables;
}

/** What is asked of an object of this type, by response key, in the order of the answer. */
export function askedFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  operation: AskedOperation,
): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  for (const set of sets) collect(set, type, { operation, found });
  return found;
}

interface Collecting {
  readonly operation: AskedOperation;
  readonly found: Map<string, FieldNode[]>;
}

function collect(set: SelectionSetNode, type: GraphQLObjectType, into: Collecting): void {
  const { schema, fragments, variables } = into.operation;
  for (const selection of set.selections) {
    if (!isIncluded(selection, variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      into.found.set(key, [...(into.found.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment && appliesTo(fragment.typeCondition?.name.value, type, schema))
      collect(fragment.selectionSet, type, into);
  }
}
