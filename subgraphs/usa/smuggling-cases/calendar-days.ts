const DAY = 86_400_000;

/** The ISO date that lies a number of days after another; before it, when the number is negative. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
