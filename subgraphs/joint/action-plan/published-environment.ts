import { z } from 'zod';
import { readDataFile } from './data-file';
import { EnvironmentFact, EnvironmentMeasure } from './environment-fact';
import { EnvironmentUnit, environmentFigure } from './environment-figure';
import { HeldState } from './held-state';

/** The dataset of the published figures. */
export const ENVIRONMENT_FACTS = 'Published figures on the environment of the Darién';

/** How one figure is read from a row: several may stand in one cell, as printed. */
interface Reading {
  readonly measure: EnvironmentMeasure;
  readonly unit: EnvironmentUnit;
  readonly definition: string;
  /** The text of exactly this figure in the cell; its first group is the number. */
  readonly cell: RegExp;
  readonly times?: number;
  readonly note?: string;
}

const AMOUNT = /^(\d+(?:\.\d+)?)$/;
const PART_OF = 'Whether this amount is part of another one of the same year is not said: never add them.';
const { TONNES, US_DOLLARS, POUNDS_PER_PERSON, HECTARES } = EnvironmentUnit;

/** Every measure of the source file by its name there. A name that is not here stops the start. */
const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  'waste left (tonnes) / clean-up USD': [
    {
      measure: EnvironmentMeasure.WASTE_LEFT,
      unit: TONNES,
      cell: /^(\d+) \//,
      definition: 'Waste left in the Darién.',
    },
    {
      measure: EnvironmentMeasure.CLEAN_UP_COST,
      unit: US_DOLLARS,
      cell: /\/ (\d+) million$/,
      times: 1_000_000,
      definition: 'Cost of cleaning up the waste.',
      note: 'Printed in whole millions.',
    },
  ],
  'waste per person': [
    {
      measure: EnvironmentMeasure.WASTE_PER_PERSON,
      unit: POUNDS_PER_PERSON,
      cell: /^(\d+) lb/,
      definition: 'Waste that a person on the way leaves.',
      note: 'An estimate of the source, about 9 kg; multiplied by crossings it is no measurement.',
    },
  ],
  'restoration cost USD': [
    {
      measure: EnvironmentMeasure.RESTORATION_COST,
      unit: US_DOLLARS,
      cell: AMOUNT,
      definition: 'Cost of restoration.',
      note: PART_OF,
    },
  ],
  'waste collection cost USD': [
    {
      measure: EnvironmentMeasure.WASTE_COLLECTION_COST,
      unit: US_DOLLARS,
      cell: AMOUNT,
      definition: 'Cost of collecting waste.',
      note: PART_OF,
    },
  ],
  'water bodies cost USD': [
    {
      measure: EnvironmentMeasure.WATER_BODIES_COST,
      unit: US_DOLLARS,
      cell: AMOUNT,
      definition: 'Cost for bodies of water.',
      note: `${PART_OF} It is money, no test of water.`,
    },
  ],
  'Darien National Park ha': [
    {
      measure: EnvironmentMeasure.NATIONAL_PARK_AREA,
      unit: HECTARES,
      cell: AMOUNT,
      definition: 'Area of the Darién National Park.',
    },
  ],
};

const factRow = z.object({
  period: z.string().regex(/^(-|\d{4}(\.\.\d{4})?)$/),
  measure: z.string().refine((name) => name in READINGS, 'is no known measure'),
  value: z.string(),
  source: z.url(),
});
type FactRow = z.infer<typeof factRow>;

function factOf({ period, value, source }: FactRow, reading: Reading): EnvironmentFact {
  const printed = reading.cell.exec(value)?.[1];
  if (printed === undefined) throw new Error(`environment_facts.csv: no ${reading.measure} in "${value}"`);
  const [coverageFrom, coverageTo = coverageFrom] = period === '-' ? [null] : period.split('..');
  const figure = environmentFigure({
    value: Number(printed) * (reading.times ?? 1),
    state: HeldState.VALUE,
    countingParty: `As printed by ${new URL(source).hostname.replace(/^www\./, '')}; the authority is not recorded`,
    definition: reading.definition,
    unit: reading.unit,
    coverageFrom: coverageFrom ?? null,
    coverageTo: coverageTo ?? null,
    source,
    dataset: ENVIRONMENT_FACTS,
    note: reading.note ?? null,
  });
  return Object.assign(new EnvironmentFact(), { measure: reading.measure, figure });
}

/** The published figures on the environment, in the order of the file. */
export const PUBLISHED_ENVIRONMENT: readonly EnvironmentFact[] = readDataFile('environment_facts.csv', factRow).flatMap(
  (row) => (READINGS[row.measure] ?? []).map((reading) => factOf(row, reading)),
);
