import { isOwnerOf } from './owner-of-figures';
import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

const FIELDS: Readonly<Record<string, string>> = { Usa: 'usaCases', Colombia: 'colombiaCases', Panama: 'panamaCases' };
const MANY = 900;

/** Cases by corridor with other numbers where a requester is shown another's, or none. */
export function changedCorridorFigures(row: Row, model: string, change: WithheldChange): Row {
  const { shown, random, values } = change;
  const coordinate = `SmugglingCorridor.${FIELDS[model.replace('CorridorFigures', '')]}`;
  values.add(coordinate);
  const [all, countableForOthers] = [random.integer(1, MANY), random.integer(1, MANY)];
  if (!shown.sees(coordinate)) return { ...row, all, countableForOthers };
  return isOwnerOf(model, change) ? { ...row, countableForOthers } : { ...row, all };
}
