import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

/** The model of the figures by nationality, which are kept in another form than they are shown in. */
const MODEL = 'CaseFigure';
const SHOWN_AS = 'SmugglingCaseFigures';
/** Below these another party is shown no figure (subgraphs/usa/smuggling-cases). */
const LEAST = { cases: 5, casesWithIdentifiedVictims: 10 };

interface Totals {
  readonly cases: number;
  readonly casesWithIdentifiedVictims: number;
}

/** Whether a model keeps figures. */
export const isFigure = (model: string): boolean => model === MODEL;

/** A nationality's figures with other numbers behind what another party is shown, or behind nothing at all. */
export function figureRow(row: Row, { shown, random, values }: WithheldChange): Row {
  const totals = (most: Totals): Totals => {
    const cases = random.integer(1, most.cases);
    return { cases, casesWithIdentifiedVictims: random.integer(0, Math.min(cases, most.casesWithIdentifiedVictims)) };
  };
  values.add(`${SHOWN_AS}.cases`).add(`${SHOWN_AS}.casesWithIdentifiedVictims`);
  const all = totals({ cases: 900, casesWithIdentifiedVictims: 900 });
  if (!shown.reaches(SHOWN_AS)) return { ...row, all, countableForOthers: all };
  const { cases, casesWithIdentifiedVictims } = row.countableForOthers as Totals;
  const small = totals({ cases: LEAST.cases - 1, casesWithIdentifiedVictims: LEAST.cases - 1 });
  if (cases > 0 && cases < LEAST.cases) return { ...row, all, countableForOthers: small };
  if (casesWithIdentifiedVictims >= LEAST.casesWithIdentifiedVictims) return { ...row, all };
  const victims = random.integer(0, Math.min(cases, LEAST.casesWithIdentifiedVictims - 1));
  return { ...row, all, countableForOthers: { cases, casesWithIdentifiedVictims: victims } };
}
