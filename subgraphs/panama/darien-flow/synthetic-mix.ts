import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { MERGED_GROUP } from './nationality-groups';
import type { PublishedFigure } from './published-figure';

/** How likely a synthetic group of travellers crossed in a month, and of which printed nationality group it is. */
export interface MonthMix {
  readonly month: string;
  readonly weight: number;
  readonly groups: ReadonlyArray<readonly [group: string, weight: number]>;
}

// Assumed, because the printed groups cannot be divided: these parts are synthetic.
const PARTS: Readonly<Record<string, ReadonlyArray<readonly [code: string, weight: number]>>> = {
  [MERGED_GROUP]: [
    ['HTI', 88],
    ['CHL', 8],
    ['BRA', 4],
  ],
  OTHER: ['DOM', 'PER', 'AFG', 'NPL', 'CMR', 'COD', 'SOM', 'GHA', 'SEN', 'AGO', 'UZB', 'PAK', 'ERI', 'VNM'].map(
    (code) => [code, 1],
  ),
};

/** The nationality of a synthetic group of travellers. */
export function drawNationality({ groups }: MonthMix, random: SeededRandom): string {
  const group = random.weighted(groups);
  return PARTS[group] ? random.weighted(PARTS[group]) : group;
}

/**
 * The proportions of the published months: their totals, and by nationality the month's own table, or else
 * the year's (2022) or the year's last snapshot (2023, 2024).
 */
export function monthMixes(figures: readonly PublishedFigure[]): MonthMix[] {
  const rows = figures.filter(({ series, revision, value }) => series === 'MONTH_TOTAL' && revision === 1 && value);
  return rows.flatMap((row) => {
    const months = row.period === row.throughPeriod ? [row.period] : [row.period, row.throughPeriod];
    return months.map((month) => ({
      month,
      weight: Math.round((row.value as number) / months.length),
      groups: groupsOf(month, figures),
    }));
  });
}

const YEAR_SNAPSHOTS: Readonly<Record<string, string>> = {
  '2023': '2023-12-31',
  '2024': '2024-12-(24)',
  '2025': '2024-12-(24)',
};

function groupsOf(month: string, figures: readonly PublishedFigure[]): MonthMix['groups'] {
  const year = month.slice(0, 4);
  const table = cells(figures, 'MONTH_BY_NATIONALITY', month);
  if (table.length > 1) return table;
  const snapshot = YEAR_SNAPSHOTS[year];
  return snapshot
    ? withOthers(cells(figures, 'YEAR_OTHER_PUBLICATION', snapshot))
    : cells(figures, 'YEAR_BY_NATIONALITY', year);
}

function cells(
  figures: readonly PublishedFigure[],
  series: PublishedFigure['series'],
  period: string,
): Array<readonly [string, number]> {
  return figures
    .filter((figure) => figure.series === series && figure.period === period && figure.value)
    .map(({ group, value }) => [group, value as number]);
}

// A snapshot prints its total and some nationalities; whatever they leave is OTHER.
function withOthers(printed: Array<readonly [string, number]>): Array<readonly [string, number]> {
  const total = printed.find(([group]) => group === 'TOTAL')?.[1] ?? 0;
  const named = printed.filter(([group]) => group !== 'TOTAL' && group !== 'OTHER');
  return [...named, ['OTHER', total - named.reduce((sum, [, value]) => sum + value, 0)]];
}
