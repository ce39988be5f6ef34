import { NONE } from '@pasarela/schema/access/levels';
import { placeByCode } from '@pasarela/schema/codes/places';
import type { ValueKind } from '@pasarela/schema/labels/label';

/** What remains of a stored value at a level, written a second time so that the product's own lowering is no witness for itself. */
export function remainsAt(
  level: string,
  { kind, value, now }: { kind: ValueKind; value: unknown; now: Date },
): unknown {
  if (level === NONE || value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => remainsAt(level, { kind, value: item, now }));
    return kind === 'needs' ? items.filter((item) => item !== null) : items;
  }
  if (typeof value !== 'string') return value;
  return (REMAINS[level] ?? whole)(value, now);
}

const whole = (value: string): string | null => value;

const REMAINS: Readonly<Record<string, (value: string, now: Date) => string | null>> = {
  year: (value) => value.slice(0, 4),
  month: (value) => value.slice(0, 7),
  ageBand: (value, now) => bandOf(value, now),
  firstAdministrativeLevel: (value) => placeByCode(value)?.firstAdministrativeLevel ?? null,
  general: (value) => (['SV', 'TR', 'LP', 'SM'].includes(value.slice(0, 2)) ? null : value),
};

/** The band of the age on the first of January. */
function bandOf(birthDate: string, now: Date): string {
  const onNewYear = birthDate.slice(5) === '01-01' ? 0 : 1;
  const age = now.getUTCFullYear() - Number(birthDate.slice(0, 4)) - onNewYear;
  return (['60+', '18-59', '12-17', '5-11'] as const).find((band) => age >= Number.parseInt(band, 10)) ?? '0-4';
}
