const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, not only a month or a day that no month has. */
export function isWholeDay(text: string): boolean {
  if (!WHOLE_DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day of an instant, UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Whether a text is a day that is not to come. Days compare as texts. */
export const isPastDay = (text: string, today: string): boolean => isWholeDay(text) && text <= today;
