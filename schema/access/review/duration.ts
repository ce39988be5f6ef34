/** Days, weeks and times of a duration have one length each; a month has 28 to 31 days. */
export interface Duration {
  readonly months: number;
  readonly seconds: number;
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
const DAY = 86_400;

/**
 * Whether an ISO 8601 duration is certainly no longer than another, whichever months it falls into. What
 * cannot be compared counts as longer.
 */
export function isNotLonger(duration: string, other: string): boolean {
  if (duration === other) return true;
  const [one, limit] = [parseDuration(duration), parseDuration(other)];
  if (!one || !limit) return false;
  if (one.months <= limit.months && one.seconds <= limit.seconds) return true;
  return one.months * 31 * DAY + one.seconds <= limit.months * 28 * DAY + limit.seconds;
}

/** The parts of an ISO 8601 duration; undefined for what is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const numbers = match.slice(1).map((part) => Number((part ?? '0').replace(',', '.')));
  const [weeks = 0, years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers;
  return { months: years * 12 + months, seconds: (weeks * 7 + days) * DAY + hours * 3_600 + minutes * 60 + seconds };
}

/** The instant after a duration from another; undefined for what is no duration. */
export function timeAfter(from: Date, text: string): Date | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const after = new Date(from);
  after.setUTCMonth(after.getUTCMonth() + duration.months);
  return new Date(after.getTime() + duration.seconds * 1000);
}
