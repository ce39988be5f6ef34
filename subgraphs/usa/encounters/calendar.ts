import { requestError } from '@pasarela/schema/errors';

const MAX_MONTHS = 120;
const MAX_BACK = 12;

/** The months (2022-03) from one to another, both included; at most 120, in order. */
export function monthsBetween(from: string, to: string): string[] {
  const length = monthNumber(to) - monthNumber(from) + 1;
  if (length < 1 || length > MAX_MONTHS) {
    throw requestError('BAD_INPUT', { what: `from and to are months in order, at most ${MAX_MONTHS} of them` });
  }
  return Array.from({ length }, (_, i) => monthText(monthNumber(from) + i));
}

/** The months before a month, the nearest first; from 1 to 12 of them. */
export function monthsBefore(month: string, back: number): string[] {
  if (back < 1 || back > MAX_BACK)
    throw requestError('BAD_INPUT', { what: `months is a number from 1 to ${MAX_BACK}` });
  return Array.from({ length: back }, (_, i) => monthText(monthNumber(month) - i - 1));
}

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthText = (number: number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
