import { CountStatus } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { asOfSource, persons, readDataFile } from './data-file';
import { groupCaution } from './nationality-groups';
import { joinNotes, type PublishedFigure, publishedFigure } from './published-figure';

/** The monthly totals and their revisions. */
export const MONTH_TOTALS = 'SNM Darien monthly totals 2020-2025';
/** The table by month and nationality. */
export const MONTH_TABLE =
  'SNM Darien table by month and nationality, January 2020 to July 2022 (Venezuela to June 2023)';

const totalRow = z.object({
  month: z.string().regex(/^\d{4}-\d{2}(\.\.\d{2})?$/),
  persons,
  status: z.enum(['reported', 'derived', 'sum_of_nationality_rows']),
  source: z.string(),
  note: z.string(),
});
const revisionRow = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  placement: z.enum(['before', 'after', 'first']),
  persons,
  as_of: z.string(),
  source: z.string(),
  note: z.string(),
});
type TotalRow = z.infer<typeof totalRow>;
type RevisionRow = z.infer<typeof revisionRow>;

/** Every published figure whose period is a month (or the one row of September and October 2023). */
export function publishedMonths(): PublishedFigure[] {
  return [...monthTotals(), ...monthsByNationality()];
}

function monthTotals(): PublishedFigure[] {
  const revisions = readDataFile('darien_monthly_revisions.csv', revisionRow);
  const placed = (placement: RevisionRow['placement'], month?: string) =>
    revisions
      .filter((row) => row.placement === placement && (month === undefined || row.month === month))
      .map(otherPublication);
  const totals = readDataFile('darien_monthly_total_2020_2024.csv', totalRow).flatMap((row) =>
    inOrder([...placed('before', row.month), mainPublication(row), ...placed('after', row.month)]),
  );
  return [...totals, ...placed('first')];
}

// The first publication is provisional; whatever replaces another is revised.
function inOrder(publications: PublishedFigure[]): PublishedFigure[] {
  return publications.map((figure, i) =>
    publishedFigure({
      ...figure,
      revision: i + 1,
      requestKey: `${figure.requestKey}|${i + 1}`,
      status: i === 0 ? CountStatus.PROVISIONAL : CountStatus.REVISED,
    }),
  );
}

function mainPublication({ month, persons: value, status, source, note }: TotalRow): PublishedFigure {
  const [period = month, lastMonth] = month.split('..');
  const derived = status === 'derived';
  return publishedFigure({
    series: 'MONTH_TOTAL',
    period,
    group: 'TOTAL',
    value,
    dataset: MONTH_TOTALS,
    throughPeriod: lastMonth ? `${period.slice(0, 5)}${lastMonth}` : period,
    source: derived ? (source.match(/https?:[^\s)]+/)?.[0] ?? null) : source,
    asOf: derived ? null : asOfSource(source),
    note: joinNotes(
      ...provenance(status, source),
      lastMonth && 'One published figure for both months; it cannot be divided.',
      sentence(note),
    ),
  });
}

function provenance(status: TotalRow['status'], formula: string): string[] {
  if (status === 'derived') return [`Derived: ${formula}.`];
  return status === 'sum_of_nationality_rows'
    ? ['Derived: the sum of the rows of the published table by nationality.']
    : [];
}

const sentence = (note: string) => (note === '' ? null : `${note.charAt(0).toUpperCase()}${note.slice(1)}.`);

function otherPublication({ month, placement, persons: value, as_of, source, note }: RevisionRow): PublishedFigure {
  return publishedFigure({
    series: 'MONTH_TOTAL',
    period: month,
    group: 'TOTAL',
    value,
    source,
    asOf: as_of,
    dataset: MONTH_TOTALS,
    closesYear: placement !== 'after',
    note: note || null,
  });
}

function monthsByNationality(): PublishedFigure[] {
  const row = z.object({
    month: z.string().regex(/^\d{4}-\d{2}$/),
    nationality_group: z.string(),
    persons,
    source: z.string(),
  });
  const table = readDataFile('darien_monthly_by_nationality_2020_01_2022_07.csv', row);
  const held = new Set(table.map(({ month, nationality_group }) => `${month} ${nationality_group}`));
  const venezuela = readDataFile('darien_monthly_venezuela_2022_01_2023_06.csv', row.omit({ nationality_group: true }))
    .map((cell) => ({ ...cell, nationality_group: 'VEN' }))
    .filter(({ month }) => !held.has(`${month} VEN`));
  return [...table, ...venezuela].map((cell) =>
    publishedFigure({
      series: 'MONTH_BY_NATIONALITY',
      period: cell.month,
      group: cell.nationality_group,
      value: cell.persons,
      source: cell.source,
      asOf: asOfSource(cell.source),
      dataset: MONTH_TABLE,
      note: groupCaution(cell.nationality_group),
    }),
  );
}
