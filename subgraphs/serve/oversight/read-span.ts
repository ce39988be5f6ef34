import { requestError } from '@pasarela/schema/errors';

const DAY_OR_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** From when until when: the first is within, the last is not. */
export interface Span {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

type Bounds = { $gte?: string; $lt?: string };

/** A span as a condition on instants, which sort as their texts do; undefined for no bound. @throws BAD_INPUT. */
export const instantsIn = (span: Span): Bounds | undefined => boundsOf(span, instantOf);

/** A span as a condition on days. @throws BAD_INPUT. */
export const daysIn = (span: Span): Bounds | undefined => boundsOf(span, dayOf);

function boundsOf({ from, to }: Span, read: (given: string, name: string) => string): Bounds | undefined {
  const bounds = { ...(from && { $gte: read(from, 'from') }), ...(to && { $lt: read(to, 'to') }) };
  return Object.keys(bounds).length > 0 ? bounds : undefined;
}

function instantOf(given: string, name: string): string {
  const instant = DAY_OR_INSTANT.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(instant))
    throw requestError('BAD_INPUT', { what: `${name} is a day like 2026-12-31, or an instant in ISO 8601` });
  return new Date(instant).toISOString();
}

function dayOf(given: string, name: string): string {
  if (!DAY.test(given) || Number.isNaN(Date.parse(given)))
    throw requestError('BAD_INPUT', { what: `${name} is a day like 2026-12-31` });
  return given;
}
