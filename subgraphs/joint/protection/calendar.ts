import { requestError } from '@pasarela/schema/errors';

const MAX_MONTHS = 240;
const MAX_YEARS = 50;

/** The months (2024-03) from one to another, both included; at most 240, in order. */
export function monthsBetween(from: string, to: string): string[] {
  const length = monthNumber(to) - monthNumber(from) + 1;
  if (length < 1 || length > MAX_MONTHS)
    throw requestError('BAD_INPUT', { what: `from and to are months in order, at most ${MAX_MONTHS} of them` });
  return Array.from({ length }, (_, i) => monthText(monthNumber(from) + i));
}

/** The quarters (2024-Q1) of the years from one to another, both included; at most 50 years, in order. */
export function quartersBetween(from: number, to: number): string[] {
  if (from < 1900 || to > 2100 || from > to || to - from >= MAX_YEARS)
    throw requestError('BAD_INPUT', {
      what: `from and to are years from 1900 to 2100, in order, at most ${MAX_YEARS} of them`,
    });
  return Array.from({ length: (to - from + 1) * 4 }, (_, i) => `${from + Math.floor(i / 4)}-Q${(i % 4) + 1}`);
}

/** The quarter (2024-Q1) in which a day or month lies. */
export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The first and last month of a quarter. */
export function monthsOfQuarter(quarter: string): { readonly from: string; readonly to: string } {
  const year = quarter.slice(0, 4);
  const last = Number(quarter.slice(6)) * 3;
  return { from: `${year}-${twoDigits(last - 2)}`, to: `${year}-${twoDigits(last)}` };
}

/** The day on which a quarter's figures are released to other parties: three months after its end. */
export function releaseDayOf(quarter: string): string {
  const monthsAfterStart = 6;
  return `${monthText(monthNumber(monthsOfQuarter(quarter).from) + monthsAfterStart)}-01`;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthText = (number: number) => `${Math.floor(number / 12)}-${twoDigits((number % 12) + 1)}`;
