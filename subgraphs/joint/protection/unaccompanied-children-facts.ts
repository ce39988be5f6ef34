import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { monthsOfQuarter } from './calendar';
import { readDataFile } from './data-file';
import { countOfFact, coverageOf, PUBLISHED_FACTS } from './published-facts';

/** A party that counts unaccompanied and separated children, and what it counts. */
export interface CountingParty {
  readonly countingParty: string;
  readonly definition: string;
  readonly unit: CountUnit;
  readonly note: string;
}

/** UNICEF's count. */
export const UNICEF: CountingParty = {
  countingParty: 'UNICEF Panama',
  definition: 'Unaccompanied and separated children who arrived through the Darién, as UNICEF Panama reports them.',
  unit: CountUnit.PERSONS,
  note: 'Two groups in one figure, by a definition that is not that of SNM.',
};

/** Panama's count. */
export const SNM: CountingParty = {
  countingParty: 'PAN: SNM',
  definition: 'Unaccompanied and separated children whom the Servicio Nacional de Migración recorded.',
  unit: CountUnit.PERSONS,
  note: 'Two groups in one figure, by a definition that is not that of UNICEF.',
};

const FILE = 'unaccompanied_and_separated_children.csv';
const rows = readDataFile(
  FILE,
  z.object({
    period: z.string().regex(/^\d{4}-/),
    measure: z.enum(['uasc', 'uasc_0_5_pct', 'uasc_6_12_pct', 'uasc_13_17_pct']),
    value: z.string().regex(/^\d+$/).transform(Number),
    source: z.url(),
  }),
);

/** UNICEF's bands, and the measure of each one's share in the data file. */
export const BANDS = [
  ['0-5', 'uasc_0_5_pct'],
  ['6-12', 'uasc_6_12_pct'],
  ['13-17', 'uasc_13_17_pct'],
] as const;

/** UNICEF's figure of a quarter; NOT_PUBLISHED where none is held. */
export function unicefOfQuarter(quarter: string): Count {
  const row = rows.find(({ period, measure }) => period === quarter && measure === 'uasc');
  return row ? countOfRow(row) : notPublished(UNICEF, quarter);
}

/** The share of a band in UNICEF's figure of a quarter, in percent. */
export const shareOfQuarter = (quarter: string, name: string): number | null =>
  rows.find(({ period, measure }) => period === quarter && measure === name)?.value ?? null;

/** The figures of periods that are no quarter, each with its own party and definition. */
export const OTHER_PERIODS: ReadonlyArray<{ readonly period: string; readonly count: Count }> = [
  ...rows
    .filter(({ period, measure }) => measure === 'uasc' && !/-Q\d$/.test(period))
    .map((row) => ({ period: row.period, count: countOfRow(row) })),
  ...PUBLISHED_FACTS.filter(({ measure }) => measure === 'PA: UASC').map((fact) => ({
    period: fact.period,
    count: countOfFact(fact, SNM),
  })),
];

/** The count of a quarter of which a party publishes nothing. */
export function notPublished(party: CountingParty, quarter: string, band?: string): Count {
  const { from, to } = monthsOfQuarter(quarter);
  return count({
    ...party,
    ...(band && { definition: `${party.definition} Aged ${band}.` }),
    state: CountState.NOT_PUBLISHED,
    coverageFrom: from,
    coverageTo: to,
    dataset: 'none: unaccompanied and separated children by quarter',
  });
}

function countOfRow({ period, value, source }: (typeof rows)[number]): Count {
  const quarter = /-Q\d$/.test(period) ? monthsOfQuarter(period) : undefined;
  const [coverageFrom, coverageTo] = quarter ? [quarter.from, quarter.to] : coverageOf(period);
  return count({ ...UNICEF, value, source, coverageFrom, coverageTo, dataset: FILE });
}
