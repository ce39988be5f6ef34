import { isDeepStrictEqual } from 'node:util';
import type { FieldLabel, ValueKind } from '../../labels/label';
import type { Condition } from '../conditions/condition';
import { rankOf } from '../levels';
import type { Audience, Cap, Grant } from '../rule';
import { isNotLonger } from './duration';

/**
 * Whether an old grant shows a field at least as much, to at least as many, for at least as long, as a new
 * one. What is not plainly so counts as not so.
 */
export function grantCovers(old: Grant, grant: Grant, { kind }: FieldLabel): boolean {
  return (
    (rankOf(kind, old.level) ?? 0) >= (rankOf(kind, grant.level) ?? 0) &&
    isWithin(grant.audience, old.audience) &&
    isSubset(grant.purposes, old.purposes) &&
    (old.when === undefined || isNarrowed(grant.when, old.when)) &&
    isOpenedNoMore(grant, old) &&
    agreementCovers(old.agreement, grant.agreement)
  );
}

/** What counted only for who opened its agreement still does, of the same one, for no more hours. */
const isOpenedNoMore = ({ breakGlass, agreement }: Grant, old: Grant): boolean =>
  old.breakGlass === undefined ||
  (breakGlass !== undefined && breakGlass.hours <= old.breakGlass.hours && agreement.id === old.agreement.id);

function agreementCovers(old: Grant['agreement'], agreement: Grant['agreement']): boolean {
  const { deleteBy, passingOn } = agreement.obligations;
  return (
    agreement.from >= old.from &&
    agreement.to <= old.to &&
    isNotLonger(deleteBy, old.obligations.deleteBy) &&
    isDeepStrictEqual(passingOn, old.obligations.passingOn)
  );
}

/**
 * Whether a new cap limits at least as many, at least as far, as an old one; their targets are compared elsewhere.
 *
 * @param kinds of every value that they limit; none for rows.
 */
export function capCovers(cap: Cap, old: Cap, kinds: readonly ValueKind[]): boolean {
  return (
    (cap.scope === 'ALWAYS' || old.scope === 'CROSSING') &&
    isWithin(old.audience, cap.audience) &&
    coversPurposes(cap, old) &&
    kinds.every((kind) => (rankOf(kind, cap.level) ?? 0) <= (rankOf(kind, old.level) ?? 0)) &&
    (isUnconditional(cap) || sameCondition(cap, old))
  );
}

const isUnconditional = ({ when, unless }: Cap): boolean => when === undefined && unless === undefined;
const sameCondition = (one: Cap, other: Cap): boolean =>
  isDeepStrictEqual(one.when, other.when) && isDeepStrictEqual(one.unless, other.unless);

function coversPurposes(cap: Cap, old: Cap): boolean {
  if (cap.purposes && !(old.purposes && isSubset(old.purposes, cap.purposes))) return false;
  const { exceptPurposes } = cap;
  if (!exceptPurposes) return true;
  if (old.exceptPurposes && isSubset(exceptPurposes, old.exceptPurposes)) return true;
  return old.purposes?.every((purpose) => !exceptPurposes.includes(purpose)) ?? false;
}

/** Whether an audience is the same as another or a part of it. */
function isWithin(audience: Audience, wider: Audience): boolean {
  return (['parties', 'agencies', 'roles'] as const).every((dimension) => {
    const limit: readonly string[] | undefined = wider[dimension];
    const named: readonly string[] | undefined = audience[dimension];
    return limit === undefined || (named !== undefined && isSubset(named, limit));
  });
}

/** Every part that had to be true still has to be. */
const isNarrowed = (condition: Condition | undefined, old: Condition): boolean =>
  partsOf(old).every((part) => partsOf(condition).some((one) => isDeepStrictEqual(one, part)));

function partsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return condition.kind === 'all' ? condition.of.flatMap(partsOf) : [condition];
}

const isSubset = <Value>(values: readonly Value[], of: readonly Value[]): boolean =>
  values.every((value) => of.includes(value));
