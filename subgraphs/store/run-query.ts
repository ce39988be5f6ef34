import { type Document, fromStored } from './canonical-document';
import { compileFilter } from './compile-filter';
import type { Interval, KeySource } from './key-source';
import { type Plan, planQuery } from './query-plan';
import { type SortKey, sortDocuments } from './sort-documents';
import type { StoredCollection } from './stored-collection';

/** A canonical filter with an order and a window. */
export interface Query {
  filter: Document;
  sort?: readonly SortKey[];
  skip?: number;
  limit?: number;
}

/** A matching document and its row. */
export interface Match {
  row: number;
  document: Document;
}

const FIRST_PAGE = 100;
const LARGEST_PAGE = 1000;

/**
 * Finds documents one after another, reading them page by page: nothing is held open between two of them.
 * INVARIANT: every document given was tested against the whole filter, whichever index found it.
 */
export function* runQuery(collection: StoredCollection | undefined, query: Query): Generator<Match> {
  const matches = compileFilter(query.filter);
  if (collection === undefined) return;
  const { sort = [], skip = 0, limit = Infinity } = query;
  const plan = planQuery(collection, query.filter, { sort, limited: limit !== Infinity });
  const firstPage = plan.sorted && limit !== Infinity ? Math.min(skip + limit, LARGEST_PAGE) : FIRST_PAGE;
  const found = filtered(scan(collection, plan, firstPage), matches);
  if (plan.sorted) return yield* takeFrom(found, skip, limit);
  yield* sortDocuments(found, sort, { limit: skip + limit, documentOf: ({ document }) => document }).slice(skip);
}

/** Counts matches; from the index alone where its intervals answer the filter. */
export function countMatches(collection: StoredCollection | undefined, query: Query): number {
  const { filter, skip = 0, limit = Infinity } = query;
  const matches = compileFilter(filter);
  if (collection === undefined) return 0;
  const total = Object.keys(filter).length === 0 ? collection.documents : countByPlan(collection, filter);
  if (total !== undefined) return Math.max(0, Math.min(total - skip, limit));
  let count = 0;
  const plan = planQuery(collection, filter, { sort: [], limited: false });
  for (const _match of takeFrom(filtered(scan(collection, plan, LARGEST_PAGE), matches), skip, limit)) count++;
  return count;
}

function countByPlan(collection: StoredCollection, filter: Document): number | undefined {
  const { source, intervals, exact } = planQuery(collection, filter, { sort: [], limited: false });
  if (!exact || source === undefined) return undefined;
  return intervals.reduce((sum, interval) => sum + source.count(interval), 0);
}

function* filtered(found: Iterable<Found>, matches: (document: unknown) => boolean): Generator<Match> {
  for (const { row, d } of found) {
    const document = fromStored(d);
    if (matches(document)) yield { row, document };
  }
}

function* takeFrom(matches: Iterable<Match>, skip: number, limit: number): Generator<Match> {
  let position = 0;
  if (limit <= 0) return;
  for (const match of matches) {
    if (position++ < skip) continue;
    yield match;
    if (position >= skip + limit) return;
  }
}

interface Found {
  row: number;
  d: Uint8Array;
}

function scan(collection: StoredCollection, plan: Plan, firstPage: number): Iterable<Found> {
  if (plan.source === undefined) return scanNaturally(collection, firstPage);
  const found = scanIntervals(plan.source, plan, firstPage);
  return plan.manifold ? distinctRows(found) : found;
}

function* scanNaturally(collection: StoredCollection, firstPage: number): Generator<Found> {
  let after = 0;
  for (let size = firstPage; ; size = Math.min(size * 4, LARGEST_PAGE)) {
    const page = collection.page(after, size);
    yield* page;
    if (page.length < size) return;
    after = page.at(-1)?.row as number;
  }
}

function* scanIntervals(source: KeySource, { intervals, reverse }: Plan, firstPage: number): Generator<Found> {
  const ordered = reverse ? intervals.toReversed() : intervals;
  for (const interval of ordered) yield* scanInterval(source, interval, { reverse, firstPage });
}

function* scanInterval(
  source: KeySource,
  interval: Interval,
  options: { reverse: boolean; firstPage: number },
): Generator<Found> {
  const { reverse } = options;
  let rest = interval;
  for (let size = options.firstPage; ; size = Math.min(size * 4, LARGEST_PAGE)) {
    const page = source.page(rest, { reverse, limit: size });
    yield* page;
    if (page.length < size) return;
    const last = Buffer.from(page.at(-1)?.key as Uint8Array);
    rest = reverse ? { from: rest.from, to: last } : { from: Buffer.concat([last, Buffer.alloc(1)]), to: rest.to };
  }
}

function* distinctRows(found: Iterable<Found>): Generator<Found> {
  const seen = new Set<number>();
  for (const item of found) {
    if (seen.has(item.row)) continue;
    seen.add(item.row);
    yield item;
  }
}
