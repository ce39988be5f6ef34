import { placeByCode } from '@pasarela/schema/codes/places';
import type { ValueKind } from '@pasarela/schema/labels/label';
import type { Count } from '../domain/count';
import type { ServeContext } from '../domain/serve-context';
import { ageBandOf } from './age-band';

/** Lowers one value to a level of its chain; null when it cannot be lowered with certainty. */
type Lower = (value: unknown, context: ServeContext, coordinate: string) => unknown;

/** Counts are rounded to this base, as UNHCR does in the files that we hold. */
export const ROUNDING_BASE = 5;

/** How each level below the top of a chain is made. The top is never here: it is the value itself. */
const LOWERINGS: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['date year', (value) => datePrefix(value, 4)],
  ['date month', (value) => datePrefix(value, 7)],
  ['birthDate year', (value) => datePrefix(value, 4)],
  ['birthDate ageBand', (value, { now }) => ageBandOf(value, startOfYear(now)) ?? ageBandOf(value, now)],
  ['place firstAdministrativeLevel', (value) => firstAdministrativeLevelOf(value)],
  [
    'identifier pseudonym',
    (value, { ids, agreementOf }, coordinate) =>
      typeof value === 'string' ? ids.seal('Pseudonym', value, agreementOf(coordinate)) : null,
  ],
  ['count rounded', (value) => rounded(value)],
  ['needs general', (value) => (typeof value === 'string' && !isProtectedNeed(value) ? value : null)],
]);

/** What is lowered, and how far. */
export interface Lowering {
  readonly kind: ValueKind;
  readonly level: string;
  /** The field that holds the value. */
  readonly coordinate: string;
}

/**
 * Lowers a value to a level. INVARIANT: a level without a lowering, or a value of another shape than its
 * kind's, gives null: never the value. In a list of needs a blank would tell that something stands there.
 */
export function lowerValue(lowering: Lowering, value: unknown, context: ServeContext): unknown {
  if (value === null || value === undefined) return null;
  const { kind, level, coordinate } = lowering;
  if (Array.isArray(value)) {
    const items = value.map((item) => lowerValue(lowering, item, context));
    return kind === 'needs' ? items.filter((item) => item !== null) : items;
  }
  return LOWERINGS.get(`${kind} ${level}`)?.(value, context, coordinate) ?? null;
}

/** UNHCR's codes of violence, torture, legal and physical protection, and serious medical condition. */
const PROTECTED_NEEDS = /^(SV|TR|LP|SM)(-|$)/;
const isProtectedNeed = (code: string): boolean => PROTECTED_NEEDS.test(code);

/** INVARIANT: a band never changes on a birthday; whoever asks daily would read the date from the change. */
const startOfYear = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), 0, 1));

function datePrefix(value: unknown, length: number): string | null {
  return typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? value.slice(0, length) : null;
}

/** The place's first administrative level, as an object of the same class and nothing else of the place. */
function firstAdministrativeLevelOf(value: unknown): object | null {
  const code = placeByCode((value as { code?: string }).code ?? '')?.firstAdministrativeLevel;
  return code ? Object.assign(Object.create(Object.getPrototypeOf(value)), { code }) : null;
}

function rounded(value: unknown): Count | null {
  const count = value as Count;
  if (count.value === null) return count;
  if (typeof count.value !== 'number') return null;
  const note = [count.note, `rounded to ${ROUNDING_BASE}; totals may not add`].filter(Boolean).join('; ');
  return Object.assign(Object.create(Object.getPrototypeOf(count)), count, {
    value: Math.round(count.value / ROUNDING_BASE) * ROUNDING_BASE,
    note,
    state: 'VALUE',
  });
}
