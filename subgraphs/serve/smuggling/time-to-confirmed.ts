import type { StatisticCellRow } from '../statistics/statistic-cell.model';
import { daysBetween } from './calendar-days';
import { VictimConfirmation } from './case-person-role';
import type { CasePersonRow } from './case-person-row';

/** How many victims took how many days, by the days. */
type DaysTally = Readonly<Record<string, number>>;

const ROUNDED_TO = 10;

/** The days from PRELIMINARY to CONFIRMED of one person; null where either is missing. */
export function daysTaken({ stateHistory }: Pick<CasePersonRow, 'stateHistory'>): number | null {
  const began = (state: VictimConfirmation) => stateHistory.find(({ confirmation }) => confirmation === state)?.on;
  const [preliminaryOn, confirmedOn] = [began(VictimConfirmation.PRELIMINARY), began(VictimConfirmation.CONFIRMED)];
  return preliminaryOn && confirmedOn ? daysBetween(preliminaryOn, confirmedOn) : null;
}

/** The tally that stored cells hold, whatever their class. */
export function daysTally(cells: ReadonlyArray<Pick<StatisticCellRow, 'coordinates' | 'persons'>>): DaysTally {
  const tally: Record<string, number> = {};
  for (const { coordinates, persons } of cells) {
    const days = coordinates.join();
    tally[days] = (tally[days] ?? 0) + persons;
  }
  return tally;
}

/** The median of the days, the lower one of two; null when nobody is counted. */
export function medianDays(tally: DaysTally): number | null {
  const entries = Object.entries(tally)
    .map(([days, victims]) => ({ days: Number(days), victims }))
    .filter(({ victims }) => victims > 0)
    .sort((a, b) => a.days - b.days);
  let left = Math.ceil(victimsIn(tally) / 2);
  for (const { days, victims } of entries) {
    left -= victims;
    if (left <= 0) return days;
  }
  return null;
}

/** The median as another party may see it: over enough victims, rounded, so that it is nobody's own time. */
export function daysShownToOthers(tally: DaysTally, fewestVictims: number): number | null {
  const median = medianDays(tally);
  if (median === null || victimsIn(tally) < fewestVictims) return null;
  return Math.round(median / ROUNDED_TO) * ROUNDED_TO;
}

const victimsIn = (tally: DaysTally): number => Object.values(tally).reduce((sum, victims) => sum + victims, 0);
