import type { FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';

/** A selection set with its named fragments written out and nothing pruned: what a gateway without a guard would fetch. */
export function writeOut(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  return { ...set, selections: set.selections.map((selection) => written(selection, fragments)) };
}

function written(selection: SelectionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): SelectionNode {
  if (selection.kind === 'FragmentSpread') {
    const { typeCondition, selectionSet } = fragments.get(selection.name.value) as FragmentDefinitionNode;
    return { kind: 'InlineFragment', typeCondition, selectionSet: writeOut(selectionSet, fragments) } as SelectionNode;
  }
  if (!selection.selectionSet) return selection;
  const selectionSet = writeOut(selection.selectionSet, fragments);
  if (selection.kind === 'InlineFragment') return { ...selection, selectionSet };
  return { ...selection, selectionSet: { ...selectionSet, selections: [...selectionSet.selections, TYPENAME] } };
}

/** The product tells the types of an answer's objects apart by this field. */
const TYPENAME = {
  kind: 'Field',
  name: { kind: 'Name', value: '__typename' },
  alias: { kind: 'Name', value: '_pasarela_typename' },
} as SelectionNode;
