import { PLACES, placeByCode } from '@pasarela/schema/codes/places';
import type { ValueKind } from '@pasarela/schema/labels/label';
import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** What other values are drawn from. */
export interface OtherValueOptions {
  readonly kind: ValueKind;
  /** The values that other rows hold in the same place. */
  readonly seen: readonly unknown[];
  readonly random: SeededRandom;
}

/** Values that could stand instead of one: first any other, last those that differ in what a level leaves out. */
export function otherValues(value: unknown, { kind, seen, random }: OtherValueOptions): unknown[] {
  const any = seen.length > 0 ? [random.pick(seen), random.pick(seen), random.pick(seen)] : [];
  const negated = typeof value === 'boolean' ? [!value] : [];
  const alike = ALIKE[kind]?.(value, random) ?? [];
  return [...negated, ...any, ...alike].filter((other) => JSON.stringify(other) !== JSON.stringify(value));
}

/** By kind, values that look the same once they are lowered. */
const ALIKE: Partial<Record<ValueKind, (value: unknown, random: SeededRandom) => unknown[]>> = {
  date: (value, random) => (isText(value) ? [dayIn(value.slice(0, 7), random), dayIn(value.slice(0, 7), random)] : []),
  birthDate: (value, random) => (isText(value) ? birthDatesNear(value, random) : []),
  place: (value, random) => (isText(value) ? placesBeside(value, random) : []),
  identifier: (_, random) => [`SYN-OTHER-${random.integer(1, 999_999)}`],
  needs: (value, random) => (Array.isArray(value) ? [withOtherProtectedNeeds(value, random)] : []),
};

const isText = (value: unknown): value is string => typeof value === 'string';

const dayIn = (month: string, random: SeededRandom): string =>
  `${month}-${String(random.integer(1, 28)).padStart(2, '0')}`;

function birthDatesNear(value: string, random: SeededRandom): string[] {
  const year = Number(value.slice(0, 4));
  const month = () => String(random.integer(1, 12)).padStart(2, '0');
  return [-2, 2, -1, 1, 0].map((years) => dayIn(`${year + years}-${month()}`, random));
}

function placesBeside(value: string, random: SeededRandom): string[] {
  const level = placeByCode(value)?.firstAdministrativeLevel;
  const beside = [...PLACES.values()].filter((place) => place.firstAdministrativeLevel === level);
  return beside.length > 0 ? [random.pick(beside).code, random.pick(beside).code] : [];
}

const PROTECTED_NEEDS = ['SV-VF', 'TR-PI', 'LP-RR', 'SM-CI'] as const;

function withOtherProtectedNeeds(needs: readonly string[], random: SeededRandom): string[] {
  const general = needs.filter((need) => !/^(SV|TR|LP|SM)/.test(need));
  return needs.length > general.length ? general : [...general, random.pick(PROTECTED_NEEDS)];
}
