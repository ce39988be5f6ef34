import type { ServeContext } from '../domain/serve-context';
import { dayOf } from './deadline';
import { ownDesk } from './own-desk';
import { type RightsCaseRow, rightsCaseModel } from './rights-case.model';

const DAY = 86_400_000;
/** So many are listed at most. */
export const MAX_CASES = 100;

/** Open cases by their deadlines, the overdue ones first. @param withinDays only those that end by then; all unless given. */
export async function openCases(withinDays: number | null, context: ServeContext): Promise<RightsCaseRow[]> {
  const until = withinDays === null ? '9999-12-31' : dayOf(new Date(context.now.getTime() + withinDays * DAY));
  return rightsCaseModel(ownDesk(context).store)
    .find({ state: { $in: ['OPEN', 'EXTENDED'] }, deadline: { $lte: until } })
    .sort({ deadline: 1, _id: 1 })
    .limit(MAX_CASES)
    .lean<RightsCaseRow[]>();
}
