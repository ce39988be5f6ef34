import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { DarienFlowPeriod } from './darien-flow-period';
import { darienReconciliation } from './darien-reconciliation';

const MONTH = String.raw`(19|20)\d{2}-(0[1-9]|1[0-2])`;
const PERIOD = new RegExp(`^((19|20)\\d{2}|${MONTH}(\\.\\.${MONTH})?)$`);

/** A period from its key; null when the text is no year, month or range of months in order. */
export const resolveDarienFlowPeriod: ReferenceResolver = ({ period }) =>
  isPeriod(period) ? Object.assign(new DarienFlowPeriod(), { period }) : null;

/** A reconciliation from its key; null for the same texts. */
export const resolveDarienReconciliation: ReferenceResolver = ({ period }) =>
  isPeriod(period) ? darienReconciliation(period) : null;

function isPeriod(period: unknown): period is string {
  if (typeof period !== 'string' || !PERIOD.test(period)) return false;
  const [from = '', to = from] = period.split('..');
  return from <= to;
}
