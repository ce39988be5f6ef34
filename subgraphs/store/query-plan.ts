import type { Document } from './canonical-document';
import { type Bounds, boundIndex } from './key-intervals';
import type { Interval, KeySource } from './key-source';
import { type Constraints, readConstraints } from './query-constraints';
import type { SortKey } from './sort-documents';
import type { StoredCollection } from './stored-collection';

/** How a query finds its documents; without a source it reads them all in the order they came. */
export interface Plan {
  source?: KeySource;
  intervals: Interval[];
  reverse: boolean;
  /** The documents come in the wanted order. */
  sorted: boolean;
  /** Every document in the intervals matches, once. */
  exact: boolean;
  /** The same document may come more than once. */
  manifold: boolean;
}

interface Candidate extends Plan {
  source: KeySource;
  score: number;
}

const CHEAP_SCAN = 2000;

/** Chooses an index for a filter and a sort; the filter must still be applied to what is found. */
export function planQuery(
  collection: StoredCollection,
  filter: Document,
  options: { sort: readonly SortKey[]; limited: boolean },
): Plan {
  const constraints = readConstraints(filter);
  const candidates = candidatesFor(collection, constraints, options.sort);
  const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (options.sort.length === 0) return best && best.score > 0 ? best : naturalPlan(options.sort);
  if (best?.sorted) return best;
  return withOrder(best, candidates, options.limited) ?? naturalPlan(options.sort);
}

function naturalPlan(sort: readonly SortKey[]): Plan {
  return { intervals: [], reverse: false, sorted: sort.length === 0, exact: false, manifold: false };
}

// When few documents are wanted, reading in order and stopping early beats sorting a large selection.
function withOrder(best: Candidate | undefined, candidates: Candidate[], limited: boolean): Candidate | undefined {
  const useful = best && best.score > 0 ? best : undefined;
  const ordered = candidates.filter(({ sorted }) => sorted).sort((a, b) => b.score - a.score)[0];
  if (ordered === undefined || !limited) return useful ?? ordered;
  return useful !== undefined && isSmall(useful) ? useful : ordered;
}

function isSmall({ source, intervals }: Candidate): boolean {
  let left = CHEAP_SCAN;
  for (const interval of intervals) {
    left -= source.count(interval, left);
    if (left <= 0) return false;
  }
  return true;
}

function candidatesFor(collection: StoredCollection, constraints: Constraints, sort: readonly SortKey[]): Candidate[] {
  const candidates = [candidate(collection.byId, false, constraints, sort)];
  for (const index of collection.indexes) {
    if (index.complete) candidates.push(candidate(index.source, index.manifold, constraints, sort));
  }
  return candidates;
}

function candidate(
  source: KeySource,
  manifold: boolean,
  constraints: Constraints,
  sort: readonly SortKey[],
): Candidate {
  const bounds = boundIndex(source.keys, constraints.byPath, manifold);
  const order = manifold ? undefined : orderOf(source.keys, bounds, sort);
  return {
    source,
    manifold,
    intervals: bounds.intervals,
    reverse: order === -1,
    sorted: sort.length === 0 || order !== undefined,
    exact: constraints.complete && !manifold && coversAll(source.keys, bounds, constraints),
    score: scoreOf(source, bounds) + (order !== undefined && bounds.bounded > 0 && sort.length > 0 ? 0.5 : 0),
  };
}

function scoreOf({ definition, keys }: KeySource, { bounded, fixed }: Bounds): number {
  const pointsToOne = definition.unique && fixed === keys.length;
  return bounded + fixed + (pointsToOne ? 100 : 0);
}

function coversAll(keys: readonly SortKey[], { bounded }: Bounds, { byPath }: Constraints): boolean {
  const paths = new Set(keys.slice(0, bounded).map(({ path }) => path));
  return byPath.size === paths.size && [...byPath.keys()].every((path) => paths.has(path));
}

// 1 or -1: reading the index forward or backward gives the wanted order; undefined: it does not.
function orderOf(keys: readonly SortKey[], { fixed }: Bounds, sort: readonly SortKey[]): 1 | -1 | undefined {
  const fixedPaths = new Set(keys.slice(0, fixed).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !fixedPaths.has(path));
  const given = keys.slice(fixed);
  const way = wanted[0] === undefined ? 1 : wanted[0].direction * (given[0]?.direction ?? 1);
  const follows = wanted.every(
    ({ path, direction }, i) => given[i]?.path === path && direction === (given[i]?.direction as number) * way,
  );
  return follows ? (way as 1 | -1) : undefined;
}
