import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { InputSource } from './value-pool';

/** An input of a scalar type, and the field that it is an input of. */
export interface ScalarInput extends InputSource {
  readonly name: string;
  readonly field: string;
  readonly type: string;
}

const NATIONALITIES = [
  'VEN',
  'VEN',
  'PAN',
  'ECU',
  'COL',
  'HTI',
  'CHN',
  'CUB',
  'BRA',
  'PAN',
  'USA',
  'IND',
  'AFG',
  'CHL',
] as const;
const PLACES = ['PA-5', 'PA-EM', 'CO-ANT', 'CO-CHO', 'PA-5:LAJAS_BLANCAS', 'CO-DC', 'CO-NSA', 'PA-4'] as const;
const OFFENCES = ['08051', '0204', '07023'] as const;

/** A value that an analyst could give for an input, by its name; what it reads may be withheld all the same. */
export function scalarValue(input: ScalarInput): string | number | boolean {
  const { name, field, type, random } = input;
  if (name === 'after') return given(input, `${field}.cursor`);
  if (name === 'id') return given(input, `${field}s.id`);
  if (name === 'codes') return random.pick(field === 'places' ? PLACES : NATIONALITIES);
  if (name === 'nationality') return random.pick(NATIONALITIES);
  if (name === 'iccsCode') return random.pick(OFFENCES);
  if (name === 'from' || name === 'to') return boundary(input);
  if (name === 'first') return random.integer(1, random.chance(0.2) ? 60 : 9);
  return (BY_TYPE[type] ?? place)(random);
}

const given = ({ pool, purpose, random }: ScalarInput, list: string): string =>
  pool.pick(purpose, list, random) ?? 'bm90IGdpdmVu';

/** Mostly in order; of what other parties get later, often up to what is to come. */
function boundary({ name, field, type, random }: ScalarInput): string | number {
  if (field === 'stationServices' && name === 'to' && random.chance(0.6)) return '2039-12';
  const year = random.chance(0.05)
    ? 2030 - random.integer(0, 12)
    : random.integer(2020, 2022) + (name === 'to' ? 2 : 0);
  return type === 'Int' ? year : `${year}-${String(random.integer(1, 12)).padStart(2, '0')}`;
}

const place = (random: SeededRandom): string => random.pick(PLACES);

const BY_TYPE: Readonly<Record<string, (random: SeededRandom) => string | number | boolean>> = {
  Int: (random) => random.integer(2019, 2025),
  Boolean: (random) => random.chance(0.5),
  YearMonth: (random) => `${random.integer(2021, 2025)}-${String(random.integer(1, 12)).padStart(2, '0')}`,
  PartialDate: (random) => random.pick(['2023', '2024-02', '2024-02-29']),
};
