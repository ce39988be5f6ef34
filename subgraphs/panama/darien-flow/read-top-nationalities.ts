import type { Count } from '@pasarela/serve/domain/count';
import type { Connection } from 'mongoose';
import { nationalityOf } from './nationality';
import { MONTH_GROUPS, membersOf } from './nationality-groups';
import { countOf, notPublished, type PublishedFigure } from './published-figure';
import { publishedFigureModel } from './published-figure.model';
import { MONTH_TABLE } from './published-months';
import { readFiguresOf } from './read-figures';
import { NationalityInTwoYears, TopNationalities } from './top-nationalities';

/** The group that closes the table: a month without it is not held whole. */
const OTHERS = 'OTHER';
const NOT_PRINTED = 'The table prints no figure for this month and group; a blank cell is no zero.';

/** The groups with the most arrivals in the latest whole month, and the same month a year before; null without a table. */
export async function readTopNationalities(connection: Connection, first: number): Promise<TopNationalities | null> {
  const latestMonthHeld = await latestWholeMonth(connection);
  if (latestMonthHeld === null) return null;
  const monthYearBefore = `${Number(latestMonthHeld.slice(0, 4)) - 1}${latestMonthHeld.slice(4)}`;
  const figures = await readFiguresOf(connection, 'MONTH_BY_NATIONALITY', [latestMonthHeld, monthYearBefore]);
  const cell = (month: string, group: string): Count => {
    // A later revision stands behind an earlier one.
    const printed = figures.filter((figure) => figure.period === month && figure.group === group).at(-1);
    return printed ? countOf(printed) : notPublished({ from: month, dataset: MONTH_TABLE, note: NOT_PRINTED });
  };
  const inTwoYears = (group: string) => twoYears(group, cell(latestMonthHeld, group), cell(monthYearBefore, group));
  const named = MONTH_GROUPS.filter((group) => group !== OTHERS).map(inTwoYears);
  const groups = ranked(named).slice(0, first);
  return Object.assign(new TopNationalities(), {
    latestMonthHeld,
    monthYearBefore,
    groups,
    others: inTwoYears(OTHERS),
  });
}

async function latestWholeMonth(connection: Connection): Promise<string | null> {
  const latest = await publishedFigureModel(connection)
    .findOne({ series: 'MONTH_BY_NATIONALITY', group: OTHERS })
    .sort({ period: -1 })
    .lean<PublishedFigure>();
  return latest?.period ?? null;
}

function twoYears(publishedGroup: string, count: Count, yearBefore: Count): NationalityInTwoYears {
  const isWhole = count.value !== null && yearBefore.value !== null;
  return Object.assign(new NationalityInTwoYears(), {
    rank: null,
    publishedGroup,
    nationalities: membersOf(publishedGroup).map(nationalityOf),
    count,
    yearBefore,
    difference: isWhole ? Number(count.value) - Number(yearBefore.value) : null,
  });
}

/** The most first; groups of one number share a place. What is not printed has none, and is left out. */
function ranked(groups: readonly NationalityInTwoYears[]): NationalityInTwoYears[] {
  const printed = groups.filter(({ count }) => count.value !== null);
  const ordered = printed.toSorted((a, b) => Number(b.count.value) - Number(a.count.value));
  for (const group of ordered)
    group.rank = 1 + ordered.filter(({ count }) => Number(count.value) > Number(group.count.value)).length;
  return ordered;
}
