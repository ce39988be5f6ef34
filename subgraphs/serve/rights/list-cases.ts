import type { ServeContext } from '../domain/serve-context';
import { dayAtOffice } from './office-calendar';
import { ownDesk } from './own-desk';
import { type RightsCaseRow, type RightsStateName, rightsCaseModel } from './rights-case.model';
import { dueOn } from './show-case';

const DAY = 86_400_000;
/** So many are listed at most. */
export const MAX_CASES = 100;

/** Open cases by the day on which their next term ends, the overdue first. @param withinDays only those that end by then; all unless given. */
export async function openCases(withinDays: number | null, context: ServeContext): Promise<RightsCaseRow[]> {
  const { store, definition } = ownDesk(context);
  const last = new Date(context.now.getTime() + (withinDays ?? 0) * DAY);
  const until = withinDays === null ? '9999-12-31' : dayAtOffice(last, definition.law.calendar);
  const model = rightsCaseModel(store);
  const state: { $in: RightsStateName[] } = { $in: ['OPEN', 'EXTENDED'] };
  const found = await Promise.all([
    model
      .find({ state, deadline: { $lte: until } })
      .sort({ deadline: 1, _id: 1 })
      .limit(MAX_CASES)
      .lean<RightsCaseRow[]>(),
    model
      .find({ state, confirmBy: { $lte: until }, confirmedAt: null })
      .sort({ confirmBy: 1, _id: 1 })
      .limit(MAX_CASES)
      .lean<RightsCaseRow[]>(),
  ]);
  const cases = new Map(found.flat().map((row) => [row._id, row]));
  return [...cases.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)).slice(0, MAX_CASES);
}

const placeOf = (row: RightsCaseRow): string => `${dueOn(row)} ${row._id}`;
