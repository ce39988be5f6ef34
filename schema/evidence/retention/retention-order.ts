import { parseDuration } from '../../access/review/duration';

/** Who has which leaves dropped, and why. */
export interface RetentionOrder {
  /** Leaves are dropped that are older than this. */
  readonly before: Date;
  readonly now: Date;
  /** For how long the owner keeps every leaf at least: a duration in ISO 8601. */
  readonly minimum: string;
  /** The official who orders it. */
  readonly by: string;
  /** The rule under which it is ordered, in the owner's words. */
  readonly rule: string;
}

/** Leaves that go together: whole files, the oldest ones. */
export interface DroppableLeaves {
  readonly first: number;
  readonly firstKept: number;
  readonly bytes: number;
}

/** An order that would drop leaves which the owner keeps. */
export class RetentionRefusedError extends Error {
  override readonly name = 'RetentionRefusedError';

  constructor(
    /** Leaves from this time on are kept. */
    readonly keptFrom: Date,
    readonly minimum: string,
  ) {
    super(`Every leaf is kept for ${minimum}: those since ${keptFrom.toISOString()} stay.`);
  }
}

/** From when on every leaf is kept. @throws TypeError for what is no duration of some length */
export function keptFrom(now: Date, minimum: string): Date {
  const duration = parseDuration(minimum);
  if (!duration || duration.months + duration.seconds === 0)
    throw new TypeError('The shortest retention is a duration like P10Y.');
  const from = new Date(now);
  from.setUTCMonth(from.getUTCMonth() - duration.months);
  return new Date(from.getTime() - duration.seconds * 1000);
}

/** INVARIANT: no order reaches leaves that the owner keeps. @throws RetentionRefusedError */
export function checkOrder({ before, now, minimum }: Pick<RetentionOrder, 'before' | 'now' | 'minimum'>): void {
  const from = keptFrom(now, minimum);
  if (!(before.getTime() <= from.getTime())) throw new RetentionRefusedError(from, minimum);
}
