import { parseDuration } from '@pasarela/schema/access/review/duration';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When to ask again. */
export type Schedule =
  | { readonly kind: 'ONCE' }
  | { readonly kind: 'EVERY'; readonly milliseconds: number }
  /** Minutes after midnight, UTC, in order. */
  | { readonly kind: 'DAILY'; readonly minutes: readonly number[] };

/** Reads `PT6H`: from a minute to thirty days, in units of one length. Undefined for anything else. */
export function readEvery(text: string): Schedule | undefined {
  const duration = parseDuration(text);
  const milliseconds = (duration?.seconds ?? 0) * 1000;
  const fits = duration?.months === 0 && milliseconds >= MINUTE_MS && milliseconds <= 30 * DAY_MS;
  return fits ? { kind: 'EVERY', milliseconds } : undefined;
}

/** Reads `06:00,18:30`: times of the day, UTC. Undefined for anything else. */
export function readTimes(text: string): Schedule | undefined {
  const times = text.split(',').map((time) => /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time.trim()));
  if (times.some((time) => time === null)) return undefined;
  const minutes = times.map((time) => Number(time?.[1]) * 60 + Number(time?.[2]));
  return { kind: 'DAILY', minutes: [...new Set(minutes)].sort((one, other) => one - other) };
}

/** The next instant to ask at, after one at which it was asked; undefined when it was once and for all. */
export function nextTime(schedule: Schedule, after: Date): Date | undefined {
  if (schedule.kind === 'ONCE') return undefined;
  if (schedule.kind === 'EVERY') return new Date(after.getTime() + schedule.milliseconds);
  const midnight = Math.floor(after.getTime() / DAY_MS) * DAY_MS;
  const times = [0, DAY_MS].flatMap((day) => schedule.minutes.map((minute) => midnight + day + minute * MINUTE_MS));
  return new Date(times.find((time) => time > after.getTime()) as number);
}
