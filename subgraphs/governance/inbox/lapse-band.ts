import type { Agreement } from '@pasarela/schema/access/rule';

/** An agreement that ends within so many days is told of, the nearest band first. */
const BANDS = [7, 30, 60] as const;
const DAY = 86_400_000;

/** Within how many days an agreement in force ends: 7, 30 or 60; undefined for later, and for what ended or has not begun. */
export function lapseBand({ from, to }: Pick<Agreement, 'from' | 'to'>, now: number): number | undefined {
  if (now < from || now >= to) return undefined;
  return BANDS.find((days) => to - now <= days * DAY);
}

/** A band's length in milliseconds. */
export const bandLength = (days: number): number => days * DAY;
