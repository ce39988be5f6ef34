import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { groupCaution, MONTH_GROUPS, membersOf } from './nationality-groups';
import { NationalityMonthCrossings } from './nationality-month-crossings';
import { countOf, joinNotes, notPublished, type PublishedFigure } from './published-figure';
import { MONTH_TABLE } from './published-months';
import { readFiguresOf } from './read-figures';

/** One nationality in one month. */
export interface NationalityMonth {
  readonly code: string;
  readonly month: string;
}

const NOT_PRINTED =
  'Not printed in the table for this month; a blank cell is no zero. The table ends in July 2022, for VEN in June 2023.';

/** Reads many nationalities and months at once, in one query. */
export const nationalityMonths = batchPerConnection<NationalityMonth, NationalityMonthCrossings>(
  (connection) => async (keys) => {
    const table = await readFiguresOf(
      connection,
      'MONTH_BY_NATIONALITY',
      keys.map(({ month }) => month),
    );
    return keys.map((key) => crossingsOf(key, table));
  },
);

function crossingsOf({ code, month }: NationalityMonth, table: readonly PublishedFigure[]): NationalityMonthCrossings {
  const ofMonth = table.filter(({ period }) => period === month);
  const alone = ofMonth.find(({ group }) => group === code);
  const group = alone ?? ofMonth.find((figure) => membersOf(figure.group).includes(code));
  const publishedGroup = group?.group ?? MONTH_GROUPS.find((name) => membersOf(name).includes(code)) ?? null;
  const absent = (note: string) => notPublished({ from: month, dataset: MONTH_TABLE, note });
  const caution = joinNotes(NOT_PRINTED, publishedGroup && groupCaution(publishedGroup)) as string;
  return Object.assign(new NationalityMonthCrossings(), {
    month,
    publishedGroup,
    count: alone ? countOf(alone) : absent(caution),
    publishedGroupCount: group ? countOf(group) : absent(NOT_PRINTED),
  });
}
