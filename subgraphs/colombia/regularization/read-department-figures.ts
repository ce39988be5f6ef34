import { PLACES } from '@pasarela/schema/codes/places';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import { CountUnit } from '@pasarela/serve/domain/count';
import { Sex } from '@pasarela/serve/domain/sex';
import { z } from 'zod';
import { dataFile } from './data-file';
import type { PublishedFigureRow } from './published-figure.model';

const FILE = 'unhcr_demographics_col_ven.csv';
const SOURCE =
  'UNHCR Refugee Data Finder, CC BY 4.0 (package refugees 2025.12.1, https://github.com/PopulationStatistics/refugees)';
const ZERO_NOTE = 'UNHCR prints no value from 1 to 4: a 0 may stand for fewer than 5.';

/** The suffixes of the columns with UNHCR's age bands, youngest first. */
const AGE_BANDS = [
  ['0_4', '0-4'],
  ['5_11', '5-11'],
  ['12_17', '12-17'],
  ['18_59', '18-59'],
  ['60', '60+'],
  ['other', 'OTHER'],
] as const;

const whole = z.string().regex(/^\d+$/).transform(Number);
const cellColumns = Object.fromEntries(
  AGE_BANDS.flatMap(([band]) => [
    [`f_${band}`, whole],
    [`m_${band}`, whole],
  ]),
);
const demographicsRow = z.object({
  year: z.string().regex(/^\d{4}$/),
  coa_iso: z.literal('COL'),
  coo_iso: z.literal('VEN'),
  pop_type: z.enum(['OIP', 'ASY', 'REF']),
  location: z.string(),
  total: whole,
  ...cellColumns,
});
type DemographicsRow = z.infer<typeof demographicsRow> & Record<string, number | string>;

const DEFINITIONS = {
  OIP: 'Venezuelans in Colombia whom UNHCR counts as "other people in need of international protection".',
  ASY: 'Venezuelan asylum-seekers in Colombia, by country and not by department.',
  REF: 'Venezuelan refugees in Colombia, by country and not by department.',
} as const;

/** The rows of UNHCR's table by department, sex and age, and the groups that it counts by country only. */
export function readDepartmentFigures(): PublishedFigureRow[] {
  const rows = readCsv(dataFile(FILE), demographicsRow) as DemographicsRow[];
  return rows
    .flatMap((row) => (row.pop_type === 'OIP' ? departmentFigures(row) : [figureOf(row, { value: row.total })]))
    .map((figure, ordinal) => ({ ...figure, ordinal, _id: `${figure.series}:${String(ordinal).padStart(4, '0')}` }));
}

type Cell = { readonly value: number } & Partial<Pick<PublishedFigureRow, 'department' | 'sex' | 'ageBand'>>;

function departmentFigures(row: DemographicsRow) {
  const department = departmentCode(row.location);
  const cells = [
    ['f', Sex.FEMALE],
    ['m', Sex.MALE],
  ].flatMap(([column, sex]) =>
    AGE_BANDS.map(([suffix, ageBand]) =>
      figureOf(row, { value: row[`${column}_${suffix}`] as number, department, sex, ageBand }),
    ),
  );
  return [figureOf(row, { value: row.total, department }), ...cells];
}

function figureOf(row: DemographicsRow, cell: Cell): Omit<PublishedFigureRow, '_id' | 'ordinal'> {
  return {
    series: row.pop_type === 'OIP' ? 'DEPARTMENT' : 'OUTSIDE_DEPARTMENTS',
    measure: row.pop_type,
    countingParty: 'UNHCR: Refugee Data Finder',
    definition: DEFINITIONS[row.pop_type],
    unit: CountUnit.PERSONS,
    asOf: row.year,
    source: SOURCE,
    dataset: FILE,
    note: cell.value === 0 ? ZERO_NOTE : null,
    department: null,
    sex: null,
    ageBand: null,
    ...cell,
  };
}

const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const DEPARTMENTS: ReadonlyMap<string, string> = new Map(
  [...PLACES.values()]
    .filter(({ code, country, firstAdministrativeLevel }) => country === 'COL' && code === firstAdministrativeLevel)
    .map(({ code, name }) => [plain(name), code]),
);

/** The ISO 3166-2 code of a department as UNHCR writes it: "Bogota D.C. [Admin 1]" is CO-DC. */
export function departmentCode(location: string): string {
  const code = DEPARTMENTS.get(plain(location.replace(/( D\.C\.)? \[Admin 1\]$/, '')));
  if (!code) throw new Error(`${location} is no department of the code list.`);
  return code;
}
