import { GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues, type SelectionNode } from 'graphql';
import { coerced } from './coerced';

/** Coerced variable values by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** Whether `@include` and `@skip` keep a selection, by the values of this very request (threat 12). */
export function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  const skip = coerced(() => getDirectiveValues(GraphQLSkipDirective, node, variables));
  if (skip?.if === true) return false;
  return coerced(() => getDirectiveValues(GraphQLIncludeDirective, node, variables))?.if !== false;
}
