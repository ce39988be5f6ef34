import { requestError } from '@pasarela/schema/errors';

const MAX_YEARS = 50;
const MAX_MONTHS = 240;

/** The years from one to another, both included; at most 50, in order. */
export function yearsBetween(from: number, to: number): string[] {
  if (from < 1900 || to > 2100 || from > to || to - from >= MAX_YEARS) {
    throw requestError('BAD_INPUT', {
      what: `from and to are years from 1900 to 2100, in order, at most ${MAX_YEARS} of them`,
    });
  }
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

/** The months (2024-03) from one to another, both included; at most 240, in order. */
export function monthsBetween(from: string, to: string): string[] {
  const length = monthNumber(to) - monthNumber(from) + 1;
  if (length < 1 || length > MAX_MONTHS) {
    throw requestError('BAD_INPUT', { what: `from and to are months in order, at most ${MAX_MONTHS} of them` });
  }
  return Array.from({ length }, (_, i) => monthText(monthNumber(from) + i));
}

/** How many days a month (2024-02) has. */
export function daysOfMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthText = (number: number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
