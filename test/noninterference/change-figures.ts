import { changedCorridorFigures } from './change-corridor-figures';
import { changedPersonFigures } from './change-person-figures';
import { isOwnerOf, ownerPrefix } from './owner-of-figures';
import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

/** Below these another party is shown no figure (subgraphs/serve/smuggling). */
const LEAST = { cases: 5, casesWithIdentifiedVictims: 10 };

interface Totals {
  readonly cases: number;
  readonly casesWithIdentifiedVictims: number;
}

type ChangeOfRow = (row: Row, model: string, change: WithheldChange) => Row;

/** The models of figures, which are kept in another form than they are shown in; each begins with its owner's name. */
const FIGURES: ReadonlyMap<string, ChangeOfRow> = new Map([
  ['SmugglingCaseFigures', nationalityFigures],
  ['CasePersonFigures', changedPersonFigures],
  ['CorridorFigures', changedCorridorFigures],
]);

const changeOf = (model: string): ChangeOfRow | undefined => {
  const prefix = ownerPrefix(model);
  return prefix === undefined ? undefined : FIGURES.get(model.slice(prefix.length));
};

/** Whether a model keeps figures. */
export const isFigure = (model: string): boolean => changeOf(model) !== undefined;

/** Figures with other numbers behind what a requester is shown, or behind nothing at all. */
export const figureRow = (row: Row, model: string, change: WithheldChange): Row =>
  (changeOf(model) as ChangeOfRow)(row, model, change);

function nationalityFigures(row: Row, model: string, change: WithheldChange): Row {
  const { shown, random, values } = change;
  const totals = (most: Totals): Totals => {
    const cases = random.integer(1, most.cases);
    return { cases, casesWithIdentifiedVictims: random.integer(0, Math.min(cases, most.casesWithIdentifiedVictims)) };
  };
  // Of what nothing leads to, too, the twins differ; a run has to ask only for what is reached.
  if (shown.reaches(model)) values.add(`${model}.cases`).add(`${model}.casesWithIdentifiedVictims`);
  const other = totals({ cases: 900, casesWithIdentifiedVictims: 900 });
  if (!shown.reaches(model)) return { ...row, all: other, countableForOthers: other };
  if (isOwnerOf(model, change)) return { ...row, countableForOthers: other };
  const { cases, casesWithIdentifiedVictims } = row.countableForOthers as Totals;
  const small = totals({ cases: LEAST.cases - 1, casesWithIdentifiedVictims: LEAST.cases - 1 });
  if (cases > 0 && cases < LEAST.cases) return { ...row, all: other, countableForOthers: small };
  if (casesWithIdentifiedVictims >= LEAST.casesWithIdentifiedVictims) return { ...row, all: other };
  const victims = random.integer(0, Math.min(cases, LEAST.casesWithIdentifiedVictims - 1));
  return { ...row, all: other, countableForOthers: { cases, casesWithIdentifiedVictims: victims } };
}
