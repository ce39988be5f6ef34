import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { NationalityDarienCrossings } from './nationality-darien-crossings';
import { groupCaution, membersOf, YEAR_GROUPS } from './nationality-groups';
import { countOf, joinNotes, notPublished, type PublishedFigure } from './published-figure';
import { YEAR_TABLE } from './published-years';
import { readFigures, readFiguresOf } from './read-figures';

/** One nationality in one year. */
export interface NationalityYear {
  readonly code: string;
  readonly year: string;
}

const NOT_PRINTED = 'Not printed in the table for this year; a blank cell is no zero.';
const ELSEWHERE = 'The press printed a year-to-date figure of it alone: latestYearToDate.';

/** Reads many nationalities and years at once: two queries whatever their number. */
export const nationalityYears = batchPerConnection<NationalityYear, NationalityDarienCrossings>(
  (connection) => async (keys) => {
    const years = [...new Set(keys.map(({ year }) => year))].sort();
    const range = { series: 'YEAR_OTHER_PUBLICATION', from: years[0] as string, to: years.at(-1) as string } as const;
    const [table, publications] = await Promise.all([
      readFiguresOf(connection, 'YEAR_BY_NATIONALITY', years),
      readFigures(connection, range),
    ]);
    return keys.map((key) => crossingsOf(key, table, publications));
  },
);

function crossingsOf(
  { code, year }: NationalityYear,
  table: PublishedFigure[],
  publications: PublishedFigure[],
): NationalityDarienCrossings {
  const ofYear = table.filter(({ period }) => period === year);
  const alone = ofYear.find(({ group }) => group === code);
  const group = alone ?? ofYear.find((figure) => membersOf(figure.group).includes(code));
  const publishedGroup = group?.group ?? YEAR_GROUPS.find((name) => membersOf(name).includes(code)) ?? null;
  const yearToDate = latestYearToDate({ code, year }, publications);
  const caution = joinNotes(
    NOT_PRINTED,
    publishedGroup && groupCaution(publishedGroup),
    yearToDate && ELSEWHERE,
  ) as string;
  const absent = (note: string) => notPublished({ from: year, dataset: YEAR_TABLE, note });
  return Object.assign(new NationalityDarienCrossings(), {
    year: Number(year),
    publishedGroup,
    count: alone ? countOf(alone) : absent(caution),
    publishedGroupCount: group ? countOf(group) : absent(NOT_PRINTED),
    latestYearToDate: yearToDate,
  });
}

function latestYearToDate({ code, year }: NationalityYear, publications: PublishedFigure[]) {
  const own = publications.filter(({ group, period }) => group === code && period.startsWith(year));
  const latest = own.toSorted((a, b) => a.coverageTo.localeCompare(b.coverageTo)).at(-1);
  return latest ? countOf(latest) : null;
}
