import { COUNTRY_CODES, isCountryCode } from '@pasarela/schema/codes/countries';
import { EVERYBODY, flatDimension, overlappingDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { liveCellsForOthers } from '../statistics/read-cells';
import type { CountedPerson, StatisticTable, Tally } from '../statistics/statistic-table';
import { CasePersonRole, VictimConfirmation } from './case-person-role';
import type { CasePersonRow } from './case-person-row';
import { caseClass, datedCaseClass, isCountedForOthers, isDueForOthers } from './case-release-class';
import { CORRIDORS, corridorCodeOf } from './corridor-code-list';
import type { SmugglingCaseRow } from './smuggling-case.model';
import { daysShownToOthers, daysTaken, daysTally } from './time-to-confirmed';

/** The least count of cases shown to another party (minimum cell of 5, common in statistical disclosure control). */
const SMALLEST_CASES = 5;
/** The least count of persons, and of cases with victims, shown to another party (10, the house choice for protection). */
const SMALLEST_PERSONS = 10;

/** Whether a victim of trafficking of the nationality is identified in a case. */
export enum CaseVictims {
  IDENTIFIED = 'IDENTIFIED',
  NONE = 'NONE',
}

/** Every combination of role and confirmation that is counted, in the order in which it is shown. */
export const PERSON_CELLS = [
  { role: CasePersonRole.TRAFFICKING_VICTIM, confirmation: VictimConfirmation.PRELIMINARY },
  { role: CasePersonRole.TRAFFICKING_VICTIM, confirmation: VictimConfirmation.CONFIRMED },
  { role: CasePersonRole.SMUGGLED_MIGRANT, confirmation: null },
  { role: CasePersonRole.WITNESS, confirmation: null },
  { role: CasePersonRole.SUSPECT, confirmation: null },
] as const;

/** Where persons of a role and confirmation are counted. */
export const personCell = ({ role, confirmation }: Pick<CasePersonRow, 'role' | 'confirmation'>): string =>
  confirmation === null ? role : `${role}:${confirmation}`;

const CELL_CODES: readonly string[] = PERSON_CELLS.map(personCell);

/** A table of every owner's cases: whose marks its releases bear is the owner's to say. */
export type CaseTable = Omit<StatisticTable<SmugglingCaseRow>, 'marks' | 'marksOf' | 'countedForOthers'> &
  Partial<Pick<StatisticTable, 'countedForOthers'>>;

/** Cases by the nationality of smuggled migrants and victims: each pair of a case and a nationality is counted. */
export const CASES_BY_NATIONALITY: CaseTable = {
  name: 'cases-by-nationality',
  dimensions: [overlappingDimension('nationality', COUNTRY_CODES)],
  rule: { threshold: SMALLEST_CASES, zerosSuppressed: false },
  of: (row) => nationalitiesOf(row).map((code) => countedCase(row, code, [code])),
};

/** The same pairs by whether a victim is identified. That there is none, or one in every case, is PROTECTED as well. */
export const CASES_WITH_VICTIMS: CaseTable = {
  name: 'cases-with-victims-by-nationality',
  dimensions: [
    overlappingDimension('nationality', COUNTRY_CODES),
    flatDimension('victims', Object.values(CaseVictims)),
  ],
  rule: { threshold: SMALLEST_PERSONS, zerosSuppressed: true, sensitiveDimension: 'victims' },
  alsoPublished: COUNTRY_CODES.map((code) => [code, EVERYBODY]),
  alsoPublishedFrom: SMALLEST_CASES,
  of: (row) => {
    const ofVictims = new Set(nationalitiesOf(row, [CasePersonRole.TRAFFICKING_VICTIM]));
    const victimsOf = (code: string) => (ofVictims.has(code) ? CaseVictims.IDENTIFIED : CaseVictims.NONE);
    return nationalitiesOf(row).map((code) => countedCase(row, code, [code, victimsOf(code)]));
  },
};

/** How many victims took so many days to be confirmed: for the owner, and for the median that releases freeze. */
export const DAYS_TALLY: Tally<SmugglingCaseRow> = {
  name: 'days-to-confirmed',
  countedForOthers: isCountedForOthers,
  of: (row) =>
    row.persons.flatMap((person) => {
      const days = daysTaken(person);
      return days === null ? [] : [countedPerson(row, person, String(days))];
    }),
};

/** Persons in cases by role and confirmation. */
export const PERSONS_IN_CASES: CaseTable = {
  name: 'persons-in-cases',
  dimensions: [flatDimension('role', CELL_CODES)],
  rule: { threshold: SMALLEST_PERSONS, zerosSuppressed: true, sensitiveDimension: 'role' },
  of: (row) =>
    row.persons
      .filter((person) => CELL_CODES.includes(personCell(person)))
      .map((person) => countedPerson(row, person, personCell(person))),
  figure: {
    leaf: [personCell(PERSON_CELLS[1])],
    workOut: async (at, connection) => {
      const days = daysTally(await liveCellsForOthers(DAYS_TALLY, at, connection));
      return daysShownToOthers(days, SMALLEST_PERSONS);
    },
  },
};

/** Cases by the corridors that they name: each pair of a case and a corridor is counted, for others 90 days late. */
export const CASES_BY_CORRIDOR: CaseTable = {
  name: 'cases-by-corridor',
  dimensions: [overlappingDimension('corridor', [...CORRIDORS.keys()])],
  rule: { threshold: SMALLEST_CASES, zerosSuppressed: false },
  countedForOthers: isDueForOthers,
  of: (row) =>
    [...new Set(row.routes.map(corridorCodeOf))]
      .filter((code) => CORRIDORS.has(code))
      .map((code) => ({ ...countedCase(row, code, [code]), releaseClass: datedCaseClass(row) })),
};

function nationalitiesOf(
  { persons }: SmugglingCaseRow,
  roles: readonly CasePersonRole[] = [CasePersonRole.SMUGGLED_MIGRANT, CasePersonRole.TRAFFICKING_VICTIM],
): string[] {
  const concerned = persons.filter(({ role }) => roles.includes(role)).map(({ nationality }) => nationality);
  return [...new Set(concerned)].filter(isCountryCode);
}

/** A case under one of the codes that it is counted under: the pair has a key of its own. */
const countedCase = (row: SmugglingCaseRow, code: string, coordinates: readonly string[]): CountedPerson => ({
  coordinates,
  releaseClass: caseClass(row),
  personId: `${row._id}/${code}`,
});

const countedPerson = (row: SmugglingCaseRow, { pseudonym }: CasePersonRow, code: string): CountedPerson => ({
  coordinates: [code],
  releaseClass: caseClass(row),
  personId: pseudonym,
});
