import { every, type RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import { requestError } from '@pasarela/schema/errors';
import { LRUCache } from 'lru-cache';
import type { Model, QueryFilter } from 'mongoose';
import { type ConnectionPage, MAX_PAGE, type PageArguments } from './connection';
import type { OpaqueIds } from './opaque-ids';
import { compare, type RowOrder, type RowPosition } from './row-order';

/** Up to so many matching ids are read and ordered at once; beyond, bucket by bucket. Both give the same order. */
const FEW = 300;
/** Which questions matched more of late: they go by buckets without being counted again. */
const many = new LRUCache<string, true>({ max: 1000, ttl: 60_000 });

/** A stored row; its id is scattered hex, so that rows spread evenly over buckets. */
type Stored = { readonly _id: string };

/** Where a page's rows come from, and what is made of them. */
export interface PageSource<Row extends Stored, Node> {
  readonly type: string;
  readonly ids: OpaqueIds;
  readonly model: Model<Row>;
  /** What a row must match, the filter of existing rows among it. */
  readonly matching: readonly RecordFilter[];
  readonly nodeOf: (row: Row) => Node;
}

/** Reads one page in the requester's own order of rows; cursors are the opaque form of rows' ids. */
export async function readPage<Row extends Stored, Node>(
  page: PageArguments,
  source: PageSource<Row, Node>,
): Promise<ConnectionPage<Node>> {
  const { type, ids, nodeOf } = source;
  if (page.first < 1 || page.first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const afterId = page.after ? ids.open(`${type}.cursor`, page.after) : null;
  if (page.after && afterId === null) throw requestError('BAD_CURSOR');
  // One more than the page, to know whether rows follow.
  const found = await idsAfter(afterId, page.first + 1, source);
  const rows = await rowsOf(found.slice(0, page.first), source);
  const edges = rows.map((row) => ({ cursor: ids.seal(`${type}.cursor`, row._id), node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: found.length > page.first, endCursor: edges.at(-1)?.cursor ?? null } };
}

async function idsAfter<Row extends Stored>(
  afterId: string | null,
  limit: number,
  source: PageSource<Row, unknown>,
): Promise<string[]> {
  const order = source.ids.order(source.type);
  const after = afterId === null ? null : order.positionOf(afterId);
  const question = JSON.stringify([source.type, source.model.db.name, source.matching]);
  if (!many.has(question)) {
    const few = await matchingIds([], FEW + 1, source);
    if (few.length <= FEW) return inOrder(few, order, after).slice(0, limit);
    many.set(question, true);
  }
  const found: string[] = [];
  for (const bucket of order.bucketsAfter(after)) {
    const ofBucket = await matchingIds([{ _id: { $gte: bucket, $lt: `${bucket}g` } }], undefined, source);
    found.push(...inOrder(ofBucket, order, after));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function inOrder(found: readonly string[], order: RowOrder, after: RowPosition | null): string[] {
  return found
    .map((id) => ({ id, position: order.positionOf(id) }))
    .filter(({ position }) => after === null || position > after)
    .sort((a, b) => compare(a.position, b.position))
    .map(({ id }) => id);
}

async function matchingIds<Row extends Stored>(
  range: readonly RecordFilter[],
  limit: number | undefined,
  { model, matching }: PageSource<Row, unknown>,
): Promise<string[]> {
  const query = model.find(every([...matching, ...range]) as QueryFilter<Row>, { _id: 1 });
  const rows = await (limit === undefined ? query : query.limit(limit)).lean<Array<{ _id: string }>>();
  return rows.map(({ _id }) => _id);
}

/** INVARIANT: rows match when they are read, too: one that changed since its id was found may have to be left out. */
async function rowsOf<Row extends Stored>(
  ids: readonly string[],
  { model, matching }: PageSource<Row, unknown>,
): Promise<Row[]> {
  const rows = await model.find(every([...matching, { _id: { $in: [...ids] } }]) as QueryFilter<Row>).lean<Row[]>();
  const byId = new Map(rows.map((row) => [row._id, row] as const));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
