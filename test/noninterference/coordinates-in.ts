import { isIncluded } from '@pasarela/schema/access/included';
import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { GeneratedQuery } from './generate-query';

/** The fields (`Type.field`) that a query asks for, those left out by its conditions not among them. */
export function coordinatesIn({ query, variables }: GeneratedQuery, schema: GraphQLSchema): Set<string> {
  const document = parse(query);
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const asked = new Set<string>();
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION)
      collect(node.selectionSet, schema.getQueryType() as GraphQLObjectType, { variables, fragments, asked });
  return asked;
}

interface Collecting {
  readonly variables: GeneratedQuery['variables'];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly asked: Set<string>;
}

function collect(set: SelectionSetNode, type: GraphQLObjectType, collecting: Collecting): void {
  for (const selection of set.selections.filter((node) => isIncluded(node, collecting.variables))) {
    if (selection.kind === Kind.FIELD) {
      const field = type.getFields()[selection.name.value];
      if (!field) continue;
      collecting.asked.add(`${type.name}.${field.name}`);
      const inner = getNamedType(field.type);
      if (selection.selectionSet && isObjectType(inner)) collect(selection.selectionSet, inner, collecting);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : collecting.fragments.get(selection.name.value);
    if (fragment) collect(fragment.selectionSet, type, collecting);
  }
}
