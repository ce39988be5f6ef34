import { isOwnerOf } from './owner-of-figures';
import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

/** Below so many persons another party is shown no figure (subgraphs/serve/smuggling). */
const LEAST = 10;
/** One of so many days is so far from all others that the median of ten would tell. */
const MANY_DAYS = 900;

type Tally = Readonly<Record<string, number>>;

/** Persons by role, and days to confirmation, with others behind what a requester is shown. */
export function changedPersonFigures(row: Row, model: string, change: WithheldChange): Row {
  const { shown, random, values } = change;
  const isShown = (row._id === 'OWNER') === isOwnerOf(model, change);
  if (shown.reaches(model)) values.add(`${model}.byRole`).add(`${model}.daysToConfirmed`);
  const persons = row.persons as Tally;
  const others = (most: number): Tally =>
    Object.fromEntries(Object.keys(persons).map((cell) => [cell, random.integer(0, most)]));
  if (!shown.reaches(model) || !isShown)
    return { ...row, persons: others(MANY_DAYS), daysToConfirmed: { [random.integer(1, MANY_DAYS)]: LEAST + 1 } };
  if (row._id === 'OWNER') return row;
  const small = others(LEAST - 1);
  const kept = Object.entries(persons).map(([cell, value]) => [cell, value < LEAST ? small[cell] : value]);
  return {
    ...row,
    persons: Object.fromEntries(kept),
    daysToConfirmed: otherDays(row.daysToConfirmed as Tally, change),
  };
}

/** Other victims' days where too few are confirmed; else one other at the far end, which a median does not see. */
function otherDays(days: Tally, { random }: WithheldChange): Tally {
  const victims = Object.values(days).reduce((sum, value) => sum + value, 0);
  if (victims < LEAST) return { [random.integer(1, MANY_DAYS)]: random.integer(1, LEAST - 1) };
  const longest = Object.keys(days).toSorted((a, b) => Number(b) - Number(a))[0] as string;
  const { [longest]: some = 0, ...rest } = days;
  return { ...rest, [random.integer(Number(longest) + 1, MANY_DAYS)]: some };
}
