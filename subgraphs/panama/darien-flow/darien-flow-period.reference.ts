import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { DarienFlowPeriod } from './darien-flow-period';

const MONTH = String.raw`(19|20)\d{2}-(0[1-9]|1[0-2])`;
const PERIOD = new RegExp(`^((19|20)\\d{2}|${MONTH}(\\.\\.${MONTH})?)$`);

/** A period from its key; null when the text is no year, month or range of months in order. */
export const resolveDarienFlowPeriod: ReferenceResolver = ({ period }) => {
  if (typeof period !== 'string' || !PERIOD.test(period)) return null;
  const [from = '', to = from] = period.split('..');
  return from <= to ? Object.assign(new DarienFlowPeriod(), { period }) : null;
};
