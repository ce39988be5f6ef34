import { CountState } from '@pasarela/serve/domain/count';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { z } from 'zod';
import { DarienFlowPeriod } from './darien-flow-period';

const MONTH = String.raw`(19|20)\d{2}-(0[1-9]|1[0-2])`;
const periodKey = z
  .string()
  .regex(new RegExp(`^((19|20)\\d{2}|${MONTH}(\\.\\.${MONTH})?)$`))
  .refine((period) => period.split('..').toSorted().join('..') === period);
const panamaCount = z.object({ value: z.int().nullable(), state: z.enum(CountState) });

/**
 * A period from its key, with as much of Panama's count as the gateway brought along; null when the key is
 * no year, month or range of months in order. A count in another form is taken for one that did not arrive.
 */
export const resolveDarienFlowPeriod: ReferenceResolver = ({ period, registeredEntries }) => {
  const key = periodKey.safeParse(period);
  if (!key.success) return null;
  const panama = panamaCount.safeParse(registeredEntries);
  return Object.assign(new DarienFlowPeriod(), {
    period: key.data,
    registeredEntries: panama.success ? panama.data : null,
  });
};
