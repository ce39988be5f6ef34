import { auditSuppression } from '@pasarela/schema/disclosure-control/audit/audit-suppression';
import { suppressSecondary } from '@pasarela/schema/disclosure-control/secondary/suppress-secondary';
import { type FrequencyTable, withMargins } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { primarySuppressions } from '@pasarela/schema/disclosure-control/threshold/primary-suppression';
import {
  CASES_BY_CORRIDOR,
  CASES_BY_NATIONALITY,
  CASES_WITH_VICTIMS,
  CaseVictims,
  PERSONS_IN_CASES,
} from './case-tables';
import type { SmugglingCaseRow } from './smuggling-case.model';

/** Totals of one nationality: cases, and those of them with identified victims. */
const TOTALS = [
  ['COL', 4, 4],
  ['ECU', 5, 0],
  ['HTI', 30, 9],
  ['VEN', 30, 10],
  ['PER', 12, 12],
  ['BRA', 20, 16],
  ['CUB', 30, 25],
  ['AFG', 12, 0],
] as const;

const table: FrequencyTable = withMargins(
  CASES_WITH_VICTIMS.dimensions,
  TOTALS.flatMap(([code, cases, withVictims]) => [
    { coordinates: [code, CaseVictims.IDENTIFIED], persons: withVictims, key: 0 },
    { coordinates: [code, CaseVictims.NONE], persons: cases - withVictims, key: 0 },
  ]),
);
const { rule, alsoPublishedFrom = Number.NaN } = CASES_WITH_VICTIMS;
const given = {
  table,
  primary: primarySuppressions(table, rule),
  threshold: rule.threshold,
  known: [...table.cells].flatMap(([id, { persons }]) =>
    id.endsWith('|ALL') && persons >= alsoPublishedFrom ? [id] : [],
  ),
};

it('tell cases with victims from ten, and none where the rest is less than ten, since the difference tells', async () => {
  const suppressed = await suppressSecondary(given);
  const told = TOTALS.filter(([code]) => !suppressed.has(`${code}|${CaseVictims.IDENTIFIED}`)).map(([code]) => code);
  expect(told).toEqual(['VEN']);
  expect(suppressed).toContain(`FRA|${CaseVictims.IDENTIFIED}`);
});

it('let nothing of a suppressed cell be worked out, with all cases of a nationality known from five', async () => {
  expect(given.known).toHaveLength(7);
  expect(await auditSuppression({ ...given, suppressed: await suppressSecondary(given) })).toEqual([]);
  const found = await auditSuppression({ ...given, suppressed: given.primary.keys() });
  expect(found.length).toBeGreaterThan(0);
});

const person = (pseudonym: string, role: string, nationality: string, confirmation: string | null = null) => ({
  pseudonym,
  role,
  nationality,
  confirmation,
  stateHistory: [],
});
const row = {
  _id: 'one',
  handlingCode: 'H1',
  tlp: 'AMBER',
  openedMonth: '2025-01',
  routes: [
    { from: 'CO-CHO', to: 'PA-5', mode: 'ON_FOOT' },
    { from: 'CO-CHO', to: 'PA-5', mode: 'ON_FOOT' },
    { from: 'XX-1', to: 'PA-5', mode: 'ON_FOOT' },
  ],
  persons: [
    person('a', 'TRAFFICKING_VICTIM', 'VEN', 'PRELIMINARY'),
    person('b', 'SMUGGLED_MIGRANT', 'VEN'),
    person('c', 'SMUGGLED_MIGRANT', 'HTI'),
    person('d', 'SUSPECT', 'ECU'),
    person('e', 'SMUGGLED_MIGRANT', 'XXX'),
  ],
} as unknown as SmugglingCaseRow;
const placesIn = (counted: ReturnType<typeof CASES_WITH_VICTIMS.of>) =>
  [counted ?? []].flat().map(({ coordinates, personId }) => [...coordinates, personId].join(' '));

it('count a case once under each nationality and corridor of the code lists, each person once', () => {
  expect(placesIn(CASES_BY_NATIONALITY.of(row))).toEqual(['VEN one/VEN', 'HTI one/HTI']);
  expect(placesIn(CASES_WITH_VICTIMS.of(row))).toEqual(['VEN IDENTIFIED one/VEN', 'HTI NONE one/HTI']);
  expect(placesIn(CASES_BY_CORRIDOR.of(row))).toEqual(['CO-CHO:PA-5:ON_FOOT one/CO-CHO:PA-5:ON_FOOT']);
  expect(placesIn(PERSONS_IN_CASES.of(row))).toEqual([
    'TRAFFICKING_VICTIM:PRELIMINARY a',
    'SMUGGLED_MIGRANT b',
    'SMUGGLED_MIGRANT c',
    'SUSPECT d',
    'SMUGGLED_MIGRANT e',
  ]);
});
