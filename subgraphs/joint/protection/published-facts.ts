import { type Count, CountState, type CountUnit, count } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { readDataFile } from './data-file';

/** One published figure as its row prints it. */
export interface PublishedFact {
  /** As printed: 2023, 2023-12, 2024-01..02. */
  readonly period: string;
  /** The measure as the data file names it; one of several in a row by its own name. */
  readonly measure: string;
  /** Null where the source prints words and no number. */
  readonly value: number | null;
  readonly printed: string;
  readonly source: string;
}

const FILE = 'protection_facts.csv';
const row = z.object({
  period: z.string().regex(/^\d{4}(-\d{2}(\.\.\d{2})?)?$/),
  measure: z.string().min(1),
  value: z.string().min(1),
  source: z.string().min(1),
});

/** Rows that print two figures name them in one measure, under one party. */
const TWO_IN_ONE = /^(PA(?: authorities)?): (\w+) \/ ([\w ]+)$/;

/** Every published figure of the file, one a number. */
export const PUBLISHED_FACTS: readonly PublishedFact[] = readDataFile(FILE, row).flatMap(factsOf);

function factsOf({ period, measure, value, source }: z.infer<typeof row>): PublishedFact[] {
  const several = TWO_IN_ONE.exec(measure);
  const measures = several ? [several[2], several[3]].map((name) => `${several[1]}: ${name}`) : [measure];
  const values = several ? value.split(' / ') : [value];
  if (values.length !== measures.length) throw new Error(`${FILE}: ${measure}: as many values as measures`);
  return measures.map((name, index) => {
    const printed = values[index] as string;
    return { period, measure: name, printed, value: /^\d+$/.test(printed) ? Number(printed) : null, source };
  });
}

/** What the figures of a measure are, in the words of who counted. */
export interface MeaningOfFact {
  readonly countingParty: string;
  readonly definition: string;
  readonly unit: CountUnit;
  readonly note?: string;
  /** What the figure covers, where the period as printed says less. */
  readonly coverage?: readonly [from: string, to: string];
}

/** The count that a published figure is to a reader. */
export function countOfFact(fact: PublishedFact, { coverage, note, ...meaning }: MeaningOfFact): Count {
  const [coverageFrom, coverageTo] = coverage ?? coverageOf(fact.period);
  return count({
    ...meaning,
    value: fact.value,
    ...(fact.value === null && { state: CountState.NOT_PUBLISHED }),
    coverageFrom,
    coverageTo,
    source: fact.source,
    dataset: FILE,
    note:
      [note, fact.value === null && `Printed as "${fact.printed}", which is no number.`].filter(Boolean).join(' ') ||
      null,
  });
}

/** What a printed period covers: 2023, 2023-12, 2024-01..11. */
export function coverageOf(period: string): readonly [from: string, to: string] {
  const months = /^(\d{4})-(\d{2})\.\.(\d{2})$/.exec(period);
  return months ? [`${months[1]}-${months[2]}`, `${months[1]}-${months[3]}`] : [period, period];
}
