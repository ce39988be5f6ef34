import { requestError } from '@pasarela/schema/errors';
import type { Model, QueryFilter } from 'mongoose';
import { type ConnectionPage, MAX_PAGE, type PageArguments } from '../domain/connection';

/** How rows of a list are named as the end of a page. */
export interface EvidenceCursors {
  of(id: unknown): string;
  /** The id that a cursor names; undefined for what is no cursor. */
  idOf(cursor: string): unknown;
}

/** Where a page's rows come from, in the order of their ids. */
export interface EvidencePageSource<Row, Node> {
  readonly model: Model<Row>;
  /** Every condition, all of which hold. */
  readonly matching: readonly object[];
  readonly cursors: EvidenceCursors;
  readonly nodesOf: (rows: readonly Row[]) => Promise<readonly Node[]>;
}

/** Reads one page of what the log says. The order is that of the log: oversight may know it. @throws BAD_PAGE, BAD_CURSOR. */
export async function readEvidencePage<Row extends { readonly _id: unknown }, Node>(
  { first, after }: PageArguments,
  { model, matching, cursors, nodesOf }: EvidencePageSource<Row, Node>,
): Promise<ConnectionPage<Node>> {
  if (first < 1 || first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const afterId = after ? cursors.idOf(after) : undefined;
  if (after && afterId === undefined) throw requestError('BAD_CURSOR');
  const conditions = [...matching, ...(afterId === undefined ? [] : [{ _id: { $gt: afterId } }])];
  // One more than the page, to know whether rows follow.
  const found = await model
    .find((conditions.length > 0 ? { $and: conditions } : {}) as QueryFilter<Row>)
    .sort({ _id: 1 })
    .limit(first + 1)
    .lean<Row[]>();
  const rows = found.slice(0, first);
  const nodes = await nodesOf(rows);
  const edges = rows.map((row, at) => ({ cursor: cursors.of(row._id), node: nodes[at] as Node }));
  return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
