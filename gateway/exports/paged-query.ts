import { requestError } from '@pasarela/schema/errors';
import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** The variable by which an export asks for the next page. */
export const CURSOR_VARIABLE = 'after';

/**
 * The one root field through which a query can be paged: its only root field, which takes `after: $after` and
 * selects its `pageInfo { hasNextPage endCursor }` under these very names.
 * @throws EXPORT_NOT_PAGED for anything else, mutations among them
 */
export function pagedField(document: DocumentNode, operationName: string | undefined): string {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || node.name?.value === operationName),
  );
  const [root, ...others] = operation?.selectionSet.selections ?? [];
  const isPaged =
    operation?.operation === 'query' &&
    others.length === 0 &&
    root?.kind === Kind.FIELD &&
    root.alias === undefined &&
    takesCursor(root) &&
    selectsPageInfo(root.selectionSet);
  if (!isPaged) throw requestError('EXPORT_NOT_PAGED');
  return root.name.value;
}

const takesCursor = ({ arguments: given = [] }: FieldNode): boolean =>
  given.some(
    ({ name, value }) =>
      name.value === CURSOR_VARIABLE && value.kind === Kind.VARIABLE && value.name.value === CURSOR_VARIABLE,
  );

function selectsPageInfo(set: SelectionSetNode | undefined): boolean {
  const pageInfo = fieldOf(set, 'pageInfo')?.selectionSet;
  return ['hasNextPage', 'endCursor'].every((name) => fieldOf(pageInfo, name) !== undefined);
}

/** A field under its own name, on every request: `@include` could take it away. */
function fieldOf(set: SelectionSetNode | undefined, name: string): FieldNode | undefined {
  return set?.selections.find(
    (node): node is FieldNode =>
      node.kind === Kind.FIELD && node.alias === undefined && node.name.value === name && !node.directives?.length,
  );
}
