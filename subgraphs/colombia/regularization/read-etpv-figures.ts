import { readCsv } from '@pasarela/schema/codes/read-csv';
import { z } from 'zod';
import { dataFile } from './data-file';
import { ETPV_MEASURES } from './etpv-measures';
import type { PublishedFigureRow } from './published-figure.model';

const FILES = ['colombia_etpv_timeseries.csv', 'etpv_claims_and_gaps.csv'];
const COUNTING_PARTY = 'COL: Migración Colombia';
const JOINT_STATEMENT = 'COL, PAN, USA: joint statement of 26 August 2024';

const etpvRow = z.object({
  as_of: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?( \(early\))?$/),
  measure: z.string().refine((name) => ETPV_MEASURES.has(name), 'a measure that etpv-measures.ts does not know'),
  value: z.string().regex(/^(\d+\+?)?$/),
  source: z
    .string()
    .url()
    .or(z.string().regex(/^https:\S+ \S/)),
});
type EtpvRow = z.infer<typeof etpvRow>;

/** The figures of the register and the permits, by date, then in the order of the funnel; each file's rows carry their source. */
export function readEtpvFigures(): PublishedFigureRow[] {
  const rows = FILES.flatMap((file) => readCsv(dataFile(file), etpvRow).map((row) => ({ file, row })));
  return rows
    .toSorted((a, b) => a.row.as_of.localeCompare(b.row.as_of) || orderOf(a.row) - orderOf(b.row))
    .map(({ file, row }, index) => figureOf(row, file, index));
}

const ORDER = [...ETPV_MEASURES.keys()];
const orderOf = ({ measure }: EtpvRow): number => ORDER.indexOf(measure);

function figureOf(row: EtpvRow, file: string, ordinal: number): PublishedFigureRow {
  const { series, measure, unit, definition } = ETPV_MEASURES.get(row.measure) as NonNullable<
    ReturnType<typeof ETPV_MEASURES.get>
  >;
  const [source, ...remarks] = row.source.split(' ') as [string, ...string[]];
  const note = [remarks.join(' ').replace(/^\((.*)\)$/, '$1'), ...cautionsOf(row)].filter(Boolean).join('; ');
  return {
    _id: `${series}:${String(ordinal).padStart(4, '0')}`,
    series,
    ordinal,
    measure,
    unit,
    definition,
    value: row.value === '' ? null : Number.parseInt(row.value, 10),
    countingParty: row.measure === 'joint_statement_claim' ? JOINT_STATEMENT : COUNTING_PARTY,
    asOf: row.as_of.split(' ')[0] as string,
    source,
    dataset: file,
    note: note || null,
    department: null,
    sex: null,
    ageBand: null,
  };
}

function cautionsOf({ as_of, value }: EtpvRow): string[] {
  return [
    as_of.endsWith('(early)') ? 'early in the year; the day is not given' : '',
    value.endsWith('+') ? `printed as ${value}: a lower bound, not a count` : '',
  ];
}
