import type { Decision } from '../decide';
import { levelAt, NONE, rankOf } from '../levels';
import type { Cap } from '../rule';

/** What somebody has of a field or of rows before and after a change. */
export interface Change {
  readonly before: string;
  readonly after: string;
  /** DIFFERS: neither is certainly more, for instance where only a condition changed. */
  readonly change: 'GAINS' | 'LOSES' | 'DIFFERS';
}

/** How two decisions on one field differ for those whom they are about; undefined where they show the same. */
export function levelChange(old: Decision, now: Decision): Change | undefined {
  if (old.full && now.full) return undefined;
  const [from, to] = [shownBy(old), shownBy(now)];
  // Levels of two chains cannot be compared, but for nothing at all.
  const comparable = old.label?.kind === now.label?.kind || from.most === 0 || to.most === 0;
  const [more, less] = [comparable && showsAtLeast(to, from), comparable && showsAtLeast(from, to)];
  if (more && less) return undefined;
  return {
    before: shownText(old, from),
    after: shownText(now, to),
    change: more ? 'GAINS' : less ? 'LOSES' : 'DIFFERS',
  };
}

interface OpenRule {
  readonly rank: number;
  /** Equal texts hold for the same records. */
  readonly condition: string;
}

/** A decision in ranks: on a record it shows min( max(granted, grants that hold), min(capped, caps that apply) ). */
interface Shown {
  readonly most: number;
  readonly granted: number;
  readonly capped: number;
  readonly grants: readonly OpenRule[];
  readonly caps: readonly OpenRule[];
}

function shownBy({ label, level, conditional }: Decision): Shown {
  const most = label ? (rankOf(label.kind, level) ?? 0) : 0;
  if (!conditional) return { most, granted: most, capped: most, grants: [], caps: [] };
  return {
    most,
    granted: conditional.granted,
    capped: conditional.capped,
    grants: conditional.grants.map(({ rank, grant: { when } }) => ({ rank, condition: JSON.stringify(when) })),
    caps: conditional.caps.map(({ rank, cap }) => ({ rank, condition: conditionOf(cap) })),
  };
}

/** The condition of a cap as a text; caps of equal texts limit the same records. */
export const conditionOf = ({ when, unless }: Cap): string => JSON.stringify([when ?? null, unless ?? null]);

/** Whether one certainly shows at least as much as another on every record. */
function showsAtLeast(one: Shown, other: Shown): boolean {
  const { most } = other;
  const grants = ({ rank, condition }: OpenRule) =>
    [{ rank: one.granted, condition }, ...one.grants].some(
      (own) => own.condition === condition && own.rank >= Math.min(rank, most),
    );
  const limits = ({ rank, condition }: OpenRule) =>
    rank < most && !other.caps.some((cap) => cap.condition === condition && cap.rank <= rank);
  return (
    one.granted >= Math.min(other.granted, most) &&
    other.grants.every(grants) &&
    one.capped >= most &&
    !one.caps.some(limits)
  );
}

/** `full`, or `full, on some records none`. */
function shownText({ label, level }: Decision, { most, granted, capped, caps }: Shown): string {
  if (!label) return NONE;
  const least = Math.min(granted, capped, ...caps.map(({ rank }) => rank));
  return most === least ? level : `${level}, on some records ${levelAt(label.kind, least)}`;
}
