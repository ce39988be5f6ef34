import type { GatewayRow } from './gateway-row';
import { OWN_ROWS } from './own-rows';
import { PEER_ROWS } from './peer-rows';

/** Every row, in the order of the report. */
export const ALL_ROWS: readonly GatewayRow[] = [...PEER_ROWS, ...OWN_ROWS];

/** The rows that are named. @throws with one line when there is none of a name. */
export function chooseRows(names: readonly string[] | undefined): readonly GatewayRow[] {
  if (!names) return ALL_ROWS;
  return names.map((name) => {
    const row = ALL_ROWS.find((one) => one.name === name.trim());
    if (!row) throw new Error(`There is no row ${name}. There are: ${ALL_ROWS.map((one) => one.name).join('; ')}.`);
    return row;
  });
}
