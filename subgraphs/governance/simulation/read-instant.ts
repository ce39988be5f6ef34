import { requestError } from '@pasarela/schema/errors';

const DAY_OR_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** An instant as it is given: a day, from 00:00 UTC, or an instant in ISO 8601; now where none is. @throws BAD_INPUT. */
export function readInstant(given: string | null | undefined, now: Date): number {
  if (given == null) return now.getTime();
  const instant = DAY_OR_INSTANT.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(instant))
    throw requestError('BAD_INPUT', { what: 'at is a day like 2026-12-31, or an instant in ISO 8601' });
  return instant;
}

/** What `at` means to whoever gives it. */
export const AT_DESCRIPTION = 'When: a day, from 00:00 UTC, or an instant in ISO 8601; blank: now.';
