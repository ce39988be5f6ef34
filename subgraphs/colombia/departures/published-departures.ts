import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import { Direction } from '@pasarela/serve/domain/direction';
import { z } from 'zod';
import type { DepartureFigure } from './departure-figure';
import { DepartureSeries, DepartureSexAgeGroup as Group, SCOPE } from './departure-series';

const file = path.join(
  path.dirname(require.resolve('@pasarela/colombia-departures/package.json')),
  'data/mirror_counts_colombia_vs_panama.csv',
);
const row = z.object({
  period: z.string().regex(/^\d{4}/),
  measure: z.string(),
  value: z.string(),
  source: z.string(),
});

type Measured = Pick<DepartureFigure, 'series' | 'scope'> & Partial<DepartureFigure>;
const migracion = { series: DepartureSeries.MIGRACION_COLOMBIA } as const;
const defensoria = { series: DepartureSeries.DEFENSORIA, scope: SCOPE.WHOLE } as const;

const COMPILED = 'A figure of Migración Colombia, compiled by the Defensoría.';
const DISPUTED =
  "The Defensoría gives this figure as its own; a report of September 2025 (valoraanalitik.com) prints it as Migración Colombia's.";
const MISPRINT =
  'As printed. Women, men and children sum to 393612, 7000 short of the printed total 400612: likely a misprint in one of them.';

/** The file's measures that hold one figure each. */
const MEASURES: Readonly<Record<string, Measured>> = {
  'CO: Migracion Colombia detections': { ...migracion, scope: SCOPE.WHOLE },
  'CO detections': { ...migracion, scope: SCOPE.WHOLE },
  'CO: of which Necocli+Turbo': { ...migracion, scope: SCOPE.NECOCLI_TURBO },
  'CO: Necocli+Turbo peak month': {
    ...migracion,
    scope: SCOPE.NECOCLI_TURBO,
    note: 'The peak month of the year; no other month is printed.',
  },
  'CO: Defensoria monitoring Uraba-Darien': { ...defensoria, note: DISPUTED },
  'CO reverse flow in via La Miel-Capurgana': {
    ...migracion,
    scope: SCOPE.LA_MIEL_CAPURGANA,
    direction: Direction.SOUTH,
    note: COMPILED,
  },
};
const SEX_AND_AGE = 'CO women / men / NNAJ';
const GROUPS = [Group.WOMEN, Group.MEN, Group.CHILDREN_ADOLESCENTS_AND_YOUTH] as const;

/** Colombia's published figures in the order of the file; Panama's rows are Panama's to publish. */
export function publishedDepartures(): DepartureFigure[] {
  return readCsv(file, row)
    .filter(({ measure }) => measure.startsWith('CO') && measure !== 'CO minus PA')
    .flatMap((cells) => measured(cells).map((figure) => ({ ...figureDefaults(cells), ...figure })))
    .map((figure, sequence) => ({ ...figure, sequence }));
}

function measured({ measure, value }: z.infer<typeof row>): Array<Measured & { value: number }> {
  const single = MEASURES[measure];
  if (single) return [{ ...single, value: wholeNumber(value) }];
  if (measure === SEX_AND_AGE) {
    return numbersOf(value)
      .slice(0, GROUPS.length)
      .map((part, i) => ({ ...defensoria, sexAgeGroup: GROUPS[i] as Group, value: part, note: MISPRINT }));
  }
  const nationality = measure.match(/^CO Necocli\+Turbo ([A-Z]{3})$/)?.[1];
  if (nationality) return [{ ...migracion, scope: SCOPE.NECOCLI_TURBO, nationality, value: wholeNumber(value) }];
  const several = measure.match(/^CO ([A-Z]{3}(?:\/[A-Z]{3})+)$/)?.[1]?.split('/');
  if (!several) throw new Error(`${file}: unknown measure ${measure}`);
  return several.map((code, i) => ({ ...defensoria, nationality: code, value: numbersOf(value)[i] as number }));
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`${file}: ${value} is not a whole number`);
  return Number(value);
}

// "126151 / 195369 / 72092 (sums to ...)" and "302185/22785/17529/17329/12214/6927".
const numbersOf = (value: string) => (value.split('(')[0] as string).split('/').map((part) => wholeNumber(part.trim()));

function figureDefaults({ period, source }: z.infer<typeof row>): Omit<DepartureFigure, 'series' | 'scope' | 'value'> {
  const [from = period, to] = period.split('..');
  const through = to ? `${period.slice(0, 4)}-${to}` : from;
  const wholeMonths = through.length <= 7;
  return {
    sequence: 0,
    period,
    year: Number(period.slice(0, 4)),
    mirrorPeriod: wholeMonths ? [...new Set([from, through])].join('..') : null,
    direction: Direction.NORTH,
    nationality: null,
    sexAgeGroup: null,
    asOf: publishedOn(source),
    coverageFrom: from,
    coverageTo: through,
    source,
    note: null,
  };
}

/** The date in a source's address (caracol.com.co/2024/01/30); null where the address holds none. */
function publishedOn(source: string): string | null {
  return (
    source
      .match(/\/(\d{4})\/(\d{2})\/(\d{2})\//)
      ?.slice(1)
      .join('-') ?? null
  );
}
