import { isDeepStrictEqual } from 'node:util';
import type { LabelTable } from '../../labels/label';
import { type Condition, comparisonsOf, isVariable } from '../conditions/condition';
import type { Cap, Grant } from '../rule';
import { isRowRule, reachedBy, rowsReachedBy } from '../rule-set';
import { capCovers, grantCovers } from './covers';

/** What of a part says who is shown what. */
export interface ConditionalRules {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
}

/** A rule, and a place where what it newly withholds tells something of each record. */
export interface ToldByCondition {
  readonly rule: string;
  readonly coordinate: string;
}

/**
 * Where a change withholds by a condition on records under which it did not withhold so far.
 *
 * INVARIANT: what is blank on some records tells whoever sees the others what the condition reads of them, which may
 * be a field that nothing grants them (threat 56).
 */
export function toldByConditions(
  before: ConditionalRules,
  after: ConditionalRules,
  labels: LabelTable,
): ToldByCondition[] {
  const byGrants = after.grants
    .filter(({ when }) => readsRecord(when))
    .flatMap((grant) =>
      grant.coordinates
        .filter((coordinate) => !before.grants.some((old) => isSameAt(old, grant, coordinate, labels)))
        .map((coordinate) => ({ rule: grant.id, coordinate })),
    );
  const byCaps = after.caps
    .filter(({ when, unless }) => readsRecord(when ?? unless))
    .flatMap((cap) => {
      const old = before.caps.filter((one) => isSameCondition(one, cap) && capCovers(one, cap, []));
      const known = new Set(old.flatMap((one) => placesOf(one, labels)));
      const places = placesOf(cap, labels).filter((place) => !known.has(place));
      return places.map((coordinate) => ({ rule: cap.id, coordinate }));
    });
  return [...byGrants, ...byCaps];
}

/** Whether a condition reads anything of a record: variables of the request alone tell who asks nothing. */
const readsRecord = (condition: Condition | undefined): boolean =>
  condition !== undefined && comparisonsOf(condition).some(({ subject }) => !isVariable(subject));

function isSameAt(old: Grant, grant: Grant, coordinate: string, { fields }: LabelTable): boolean {
  const label = fields.get(coordinate);
  return (
    label !== undefined &&
    old.coordinates.includes(coordinate) &&
    isDeepStrictEqual(old.when, grant.when) &&
    grantCovers(old, grant, label)
  );
}

const isSameCondition = (one: Cap, other: Cap): boolean =>
  isDeepStrictEqual(one.when, other.when) && isDeepStrictEqual(one.unless, other.unless);

/** Fields, or types of rows. */
const placesOf = (cap: Cap, labels: LabelTable): string[] =>
  isRowRule(cap) ? rowsReachedBy(cap, labels).map(({ type }) => type) : reachedBy(cap, labels);
