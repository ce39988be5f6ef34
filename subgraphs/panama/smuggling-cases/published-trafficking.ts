import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import { Exploitation, TraffickingMeasure } from '@pasarela/serve/smuggling/trafficking-figure';
import { type TraffickingFigureRow, traffickingFigureModel } from '@pasarela/serve/smuggling/trafficking-figure.model';
import type { Connection } from 'mongoose';
import { z } from 'zod';

/** The file of the published figures, by which every one of them is named. */
export const TRAFFICKING_FILE = 'trafficking_figures.csv';
const file = path.join(
  path.dirname(require.resolve('@pasarela/panama-smuggling-cases/package.json')),
  'data',
  TRAFFICKING_FILE,
);

const MEASURES: Readonly<Record<string, TraffickingMeasure>> = {
  'PA trafficking investigations': TraffickingMeasure.INVESTIGATIONS,
  'PA confirmed trafficking victims': TraffickingMeasure.CONFIRMED_VICTIMS,
  'PA preliminary victims pending': TraffickingMeasure.PRELIMINARY_VICTIMS,
};
const EXPLOITATION: Readonly<Record<string, Exploitation>> = {
  sex: Exploitation.SEXUAL,
  labour: Exploitation.LABOUR,
  'slavery-like': Exploitation.SLAVERY_LIKE,
};

const row = z.object({
  period: z.string().regex(/^\d{4}$/),
  measure: z.string().refine((name) => name in MEASURES, 'a measure that is not known'),
  value: z.string(),
  source: z.string(),
});
type Row = z.infer<typeof row>;

/** A value and what it is a value of. */
type Printed = Pick<TraffickingFigureRow, 'value' | 'exploitation' | 'source'>;

/** Writes the published figures; one row of the file may hold parts of a figure, or two publications of it. */
export async function seedPublishedTrafficking(connection: Connection): Promise<void> {
  const figures = readCsv(file, row).flatMap((each) => printedIn(each).map((printed) => figureOf(each, printed)));
  await traffickingFigureModel(connection).insertMany(figures, { lean: true });
}

/** "22 (2021 TIP) or 34 (2022 TIP)" is two publications; "7 (4 sex, 2 labour)" is a figure and its parts. */
function printedIn({ value, source }: Row): Printed[] {
  const sources = sourcesIn(source);
  return value.split(' or ').flatMap((text, index) => {
    const [, whole, inBrackets = ''] = /^(\d+)(?: \(([^)]*)\))?$/.exec(text) ?? [];
    if (whole === undefined) throw new Error(`${TRAFFICKING_FILE} holds a value that cannot be read: ${text}`);
    const from = { source: sources[index] as string };
    return [
      { value: Number(whole), exploitation: null, ...from },
      ...partsIn(inBrackets).map((part) => ({ ...part, ...from })),
    ];
  });
}

/** "4 sex, 2 labour"; what stands in brackets and is no part names the publication, which the source names too. */
function partsIn(text: string): Array<Pick<Printed, 'value' | 'exploitation'>> {
  const parts = text === '' || / TIP$/.test(text) ? [] : text.split(', ');
  return parts.map((part) => {
    const [, number, name = ''] = /^(\d+) (.+)$/.exec(part) ?? [];
    const exploitation = EXPLOITATION[name];
    if (!exploitation) throw new Error(`${TRAFFICKING_FILE} holds an exploitation that is not known: ${part}`);
    return { value: Number(number), exploitation };
  });
}

/** A source of several addresses; a bare year stands for the first address with that year in it. */
function sourcesIn(source: string): string[] {
  const [first = '', ...more] = source.split(' ; ');
  return [first, ...more.map((text) => (/^\d{4}$/.test(text) ? first.replace(/\d{4}/, text) : text))];
}

function figureOf({ period, measure }: Row, { value, exploitation, source }: Printed): TraffickingFigureRow {
  const reportOf = /reports\/(\d{4})-trafficking-in-persons-report/.exec(source)?.[1] ?? null;
  const publication = reportOf ? `US Department of State, TIP report ${reportOf}` : 'Crítica (press)';
  return {
    _id: [period, measure, exploitation ?? '', publication].join('|'),
    year: period,
    measure: MEASURES[measure] as TraffickingMeasure,
    exploitation,
    publication,
    publishedIn: reportOf,
    value,
    countingParty: `PAN: authorities, through ${publication}`,
    source,
    dataset: TRAFFICKING_FILE,
  };
}
