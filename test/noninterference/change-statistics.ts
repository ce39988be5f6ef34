import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

/** To whom the models are told in which tables of counts are kept: live cells, released ones, what a release holds. */
const TOLD_TO: ReadonlyMap<string, 'OWNER' | 'OTHERS' | 'NOBODY'> = new Map([
  ['StatisticCell', 'OWNER'],
  ['ReleasedCell', 'OTHERS'],
  ['HeldLeaf', 'NOBODY'],
]);
/** The types of the counts that are made of them: whoever is told one of these is told what stands there. */
const TYPES = ['PermitStageCount', 'PermitHolderCount', 'IntegrationIndicatorCount'] as const;
/** Whose tables they are. */
const OWNER = 'COL';
const MOST = 900;

/** Whether a model keeps cells of tables of counts, live or released. */
export const isStatistic = (model: string): boolean => TOLD_TO.has(model);

/**
 * Cells with other people in them where a requester is shown others, or none: to the owner those of releases, to others
 * those that are live and what a release holds; to whom no count is told, all of them.
 */
export function statisticRow(row: Row, model: string, { shown, random, values, rows }: WithheldChange): Row {
  const seen = TYPES.filter((type) => shown.sees(`${type}.count`));
  if (seen.length > 0 && TOLD_TO.get(model) === (shown.party === OWNER ? 'OWNER' : 'OTHERS')) return row;
  for (const type of TYPES) {
    if (seen.includes(type)) values.add(`${type}.count`);
    else rows.add(type);
  }
  if (model !== 'ReleasedCell') return { ...row, persons: random.integer(0, MOST), key: random.integer(0, MOST) };
  const state = random.pick(['SUPPRESSED', 'VALUE', 'ZERO']);
  return { ...row, state, value: { SUPPRESSED: null, VALUE: random.integer(10, MOST), ZERO: 0 }[state] };
}
