import { requestError } from '@pasarela/schema/errors';

const MOST_MONTHS = 12;

/** The months of a span, both ends included. @throws BAD_INPUT for one that ends before it begins or has more than 12. */
export function monthsOf(from: string, to: string): string[] {
  const first = numberOf(from);
  const length = numberOf(to) - first + 1;
  if (length < 1 || length > MOST_MONTHS)
    throw requestError('BAD_INPUT', { what: `from..to is 1 to ${MOST_MONTHS} months` });
  return Array.from({ length }, (_, index) => monthOf(first + index));
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
