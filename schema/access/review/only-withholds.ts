import { isDeepStrictEqual } from 'node:util';
import type { FieldLabel, LabelTable, ValueKind } from '../../labels/label';
import { CHAINS } from '../levels';
import { restoredBy } from '../revocations/restored';
import type { Revocation } from '../revocations/revocation';
import type { Cap, CapTarget, Grant } from '../rule';
import type { Party } from '../rule-files';
import { isRowRule, reachedBy, rowsReachedBy } from '../rule-set';
import { capCovers, grantCovers } from './covers';
import { type ToldByCondition, toldByConditions } from './told-by-conditions';

/** One owner's part, as far as it decides what is shown. */
export interface ReviewedPart {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
  readonly revocations: readonly Revocation[];
  readonly party: Party | undefined;
  /** How the owner's fields are labelled: coordinate to a text that begins with the sensitivity. */
  readonly pinned: Readonly<Record<string, string>>;
  readonly maxStalenessSeconds: number;
}

/** A way in which a change may show more. */
export interface ShownMore {
  readonly code:
    | 'GRANTED'
    | 'CAP_GONE'
    | 'AGENCY_ADDED'
    | 'LABEL_CHANGED'
    | 'PUBLIC_FIELD'
    | 'NEEDS_NO_GRANT'
    | 'HOLDS_LONGER'
    | 'TOLD_BY_CONDITION'
    | 'RESTORED';
  readonly rule: string | null;
  readonly coordinate: string | null;
}

/**
 * The ways in which a change of one owner's part may show somebody more, or for longer; none when it certainly
 * only withholds. Structural and conservative: what is not plainly covered by what stood before counts.
 */
export function mayShowMore(before: ReviewedPart, after: ReviewedPart, labels: LabelTable): ShownMore[] {
  const shown = shownMore(before, after, labels);
  const isShown = ({ rule, coordinate }: ToldByCondition) =>
    shown.some((one) => one.rule === rule && one.coordinate === coordinate);
  const told = toldByConditions(before, after, labels).filter((one) => !isShown(one));
  return [...shown, ...told.map((one): ShownMore => ({ code: 'TOLD_BY_CONDITION', ...one }))];
}

function shownMore(before: ReviewedPart, after: ReviewedPart, labels: LabelTable): ShownMore[] {
  return [
    ...grantedMore(before, after, labels),
    ...cappedLess(before, after, labels),
    ...labelledOtherwise(before, after, labels),
    ...(after.party?.agencies ?? [])
      .filter((agency) => !before.party?.agencies.includes(agency))
      .map((): ShownMore => ({ code: 'AGENCY_ADDED', rule: null, coordinate: null })),
    ...(after.maxStalenessSeconds > before.maxStalenessSeconds
      ? [{ code: 'HOLDS_LONGER', rule: null, coordinate: null } as const]
      : []),
    ...restoredBy(before.revocations, after.revocations).map(
      (one): ShownMore => ({ code: 'RESTORED', rule: one.kind === 'PERSON' ? one.person : one.key, coordinate: null }),
    ),
  ];
}

function grantedMore(before: ReviewedPart, after: ReviewedPart, { fields }: LabelTable): ShownMore[] {
  return after.grants.flatMap((grant) =>
    grant.coordinates
      .filter((coordinate) => {
        const label = fields.get(coordinate);
        const old = before.grants.filter(({ coordinates }) => coordinates.includes(coordinate));
        return !label || !old.some((one) => grantCovers(one, grant, label));
      })
      .map((coordinate): ShownMore => ({ code: 'GRANTED', rule: grant.id, coordinate })),
  );
}

function cappedLess(before: ReviewedPart, after: ReviewedPart, labels: LabelTable): ShownMore[] {
  return before.caps.flatMap((old) =>
    placesOf(old, labels)
      .filter(({ coordinate, label }) => {
        const kinds = kindsReached(old, label);
        return !after.caps.some((cap) => isCoveredAt(old, cap, coordinate, labels) && capCovers(cap, old, kinds));
      })
      .map(({ coordinate }): ShownMore => ({ code: 'CAP_GONE', rule: old.id, coordinate })),
  );
}

/** INVARIANT: a cap by tag or type reaches fields that are added later, of any kind that it can reach. */
function kindsReached(cap: Cap, label: FieldLabel | undefined): readonly ValueKind[] {
  if (isRowRule(cap)) return [];
  if (cap.target.coordinates) return label ? [label.kind] : [];
  return cap.target.kinds ?? (Object.keys(CHAINS) as ValueKind[]);
}

interface Place {
  /** A field, a type of rows, or nothing where a tag reaches nothing yet. */
  readonly coordinate: string | null;
  readonly label: FieldLabel | undefined;
}

function placesOf(cap: Cap, labels: LabelTable): Place[] {
  const places = isRowRule(cap)
    ? rowsReachedBy(cap, labels).map(({ type }) => ({ coordinate: type, label: undefined }))
    : reachedBy(cap, labels).map((coordinate) => ({ coordinate, label: labels.fields.get(coordinate) }));
  return places.length > 0 ? places : [{ coordinate: null, label: undefined }];
}

/** INVARIANT: a cap by tag reaches fields that are added later; only one with the very same target replaces it. */
function isCoveredAt(old: Cap, cap: Cap, coordinate: string | null, labels: LabelTable): boolean {
  if (isDeepStrictEqual(defined(old.target), defined(cap.target))) return true;
  if (coordinate === null || !(old.target.coordinates ?? old.target.rows) || isRowRule(old) !== isRowRule(cap))
    return false;
  return isRowRule(cap)
    ? rowsReachedBy(cap, labels).some(({ type }) => type === coordinate)
    : reachedBy(cap, labels).includes(coordinate);
}

const defined = (target: CapTarget) =>
  Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined));

function labelledOtherwise(before: ReviewedPart, after: ReviewedPart, { fields }: LabelTable): ShownMore[] {
  return Object.entries(after.pinned).flatMap(([coordinate, text]): ShownMore[] => {
    if (Object.hasOwn(before.pinned, coordinate))
      return before.pinned[coordinate] === text ? [] : [{ code: 'LABEL_CHANGED', rule: null, coordinate }];
    if (text.startsWith('PUBLIC ')) return [{ code: 'PUBLIC_FIELD', rule: null, coordinate }];
    const label = fields.get(coordinate);
    return label?.key || label?.structural ? [{ code: 'NEEDS_NO_GRANT', rule: null, coordinate }] : [];
  });
}
