import { requestError } from '@pasarela/schema/errors';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A list of an answer that comes in pages. */
export interface PagedList {
  /** The names that lead to it in the answer. */
  readonly path: readonly string[];
  /** The variable by which its next page is asked for; no other list is asked by it. */
  readonly variable: string;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The lists of a query that come in pages, each asked on by a cursor variable of its own. None where the whole answer
 * is one page.
 * @throws EXPORT_NOT_PAGED where a list has pages that could not be asked for, a part without pages would come again
 * with each page, or it is no query
 */
export function pagedLists(document: DocumentNode, operationName: string | undefined): readonly PagedList[] {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || node.name?.value === operationName),
  );
  if (operation?.operation !== 'query') throw requestError('EXPORT_NOT_PAGED');
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const byRoot = fieldsOf(operation.selectionSet, fragments).map((root) => listsIn(root, [], fragments));
  const lists = byRoot.flat();
  const areAsked = new Set(lists.map(({ variable }) => variable)).size === lists.length;
  if (!areAsked || (lists.length > 0 && byRoot.some(({ length }) => length === 0)))
    throw requestError('EXPORT_NOT_PAGED');
  return lists;
}

function listsIn(field: FieldNode, above: readonly string[], fragments: Fragments): PagedList[] {
  const path = [...above, (field.alias ?? field.name).value];
  const fields = fieldsOf(field.selectionSet, fragments);
  if (!fields.some(({ name: { value } }) => value === 'pageInfo' || value === 'edges'))
    return fields.flatMap((one) => listsIn(one, path, fragments));
  const variable = cursorOf(field);
  if (variable === undefined || !tellsNextPage(field.selectionSet, fragments)) throw requestError('EXPORT_NOT_PAGED');
  return [{ path, variable }];
}

function cursorOf({ arguments: given = [] }: FieldNode): string | undefined {
  const after = given.find(({ name }) => name.value === 'after')?.value;
  return after?.kind === Kind.VARIABLE ? after.name.value : undefined;
}

/** Under its own name and on every request: what `@include` could take away would end the pages early. */
function tellsNextPage(list: SelectionSetNode | undefined, fragments: Fragments): boolean {
  const certain = (set: SelectionSetNode | undefined, name: string) =>
    fieldsOf(set, fragments, ({ directives }) => !directives?.length).find(
      (field) => field.alias === undefined && field.name.value === name,
    );
  const pageInfo = certain(list, 'pageInfo')?.selectionSet;
  return ['hasNextPage', 'endCursor'].every((name) => certain(pageInfo, name) !== undefined);
}

/** The fields of a selection, those of fragments too, as far as they are to be looked at. */
function fieldsOf(
  set: SelectionSetNode | undefined,
  fragments: Fragments,
  isLookedAt: (node: SelectionNode) => boolean = () => true,
): FieldNode[] {
  return (set?.selections ?? []).filter(isLookedAt).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    return fieldsOf(fragment?.selectionSet, fragments, isLookedAt);
  });
}
