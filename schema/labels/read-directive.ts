import { type ConstDirectiveNode, valueFromASTUntyped } from 'graphql';

type Directed = { directives?: readonly ConstDirectiveNode[] | undefined };

/** Every directive of a name on a node. */
export const directives = (node: Directed, name: string): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter((candidate) => candidate.name.value === name);

/** The first directive of a name on a node. */
export const directive = (node: Directed, name: string): ConstDirectiveNode | undefined => directives(node, name)[0];

/** The value of an argument as it is written; undefined when it is left out. */
export function argument(node: ConstDirectiveNode | undefined, name: string): unknown {
  const found = node?.arguments?.find((candidate) => candidate.name.value === name);
  return found && valueFromASTUntyped(found.value);
}
