import { SMALLEST_PERSONS } from './small-cells';

/** How many victims took how many days, by the days. */
type DaysTally = Readonly<Record<string, number>>;

const ROUNDED_TO = 10;

/** The median of the days, the lower one of two; null when nobody is counted. */
export function medianDays(tally: DaysTally): number | null {
  const entries = Object.entries(tally)
    .map(([days, victims]) => ({ days: Number(days), victims }))
    .sort((a, b) => a.days - b.days);
  let left = Math.ceil(victimsIn(tally) / 2);
  for (const { days, victims } of entries) {
    left -= victims;
    if (left <= 0) return days;
  }
  return null;
}

/** The median as another party may see it: over 10 victims or more, rounded, so that it is nobody's own time. */
export function daysShownToOthers(tally: DaysTally): number | null {
  const median = medianDays(tally);
  if (median === null || victimsIn(tally) < SMALLEST_PERSONS) return null;
  return Math.round(median / ROUNDED_TO) * ROUNDED_TO;
}

const victimsIn = (tally: DaysTally): number => Object.values(tally).reduce((sum, victims) => sum + victims, 0);
