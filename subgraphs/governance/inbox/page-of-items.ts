import { requestError } from '@pasarela/schema/errors';
import { type ConnectionPage, MAX_PAGE, type PageArguments } from '@pasarela/serve/domain/connection';

/**
 * A page of items that are in order already; an item's id is its cursor.
 *
 * @throws BAD_PAGE, BAD_CURSOR also where the item behind which the page starts is gone.
 */
export function pageOfItems<Item extends { readonly id: string }>(
  items: readonly Item[],
  { first, after }: PageArguments,
): ConnectionPage<Item> {
  if (first < 1 || first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const last = after ? items.findIndex(({ id }) => id === after) : -1;
  if (after && last < 0) throw requestError('BAD_CURSOR');
  const edges = items.slice(last + 1, last + 1 + first).map((node) => ({ cursor: node.id, node }));
  const hasNextPage = last + 1 + first < items.length;
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}
