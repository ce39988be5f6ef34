import { CountState } from '@pasarela/serve/domain/count';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { z } from 'zod';
import { DarienFlowPeriod } from './darien-flow-period';
import { darienReconciliation } from './darien-reconciliation';
import type { PanamaCount } from './mirror-difference';

const MONTH = String.raw`(19|20)\d{2}-(0[1-9]|1[0-2])`;
const periodKey = z
  .string()
  .regex(new RegExp(`^((19|20)\\d{2}|${MONTH}(\\.\\.${MONTH})?)$`))
  .refine((period) => period.split('..').toSorted().join('..') === period);
const panamaCount = z.object({ value: z.int().nullable(), state: z.enum(CountState) });

/** As much of Panama's count as arrived; null when it did not, or has another form. */
const panamaCountOf = (given: unknown): PanamaCount | null => panamaCount.safeParse(given).data ?? null;

/**
 * A period from its key, with as much of Panama's count as the gateway brought along; null when the key is
 * no year, month or range of months in order. A count in another form is taken for one that did not arrive.
 */
export const resolveDarienFlowPeriod: ReferenceResolver = ({ period, registeredEntries }) => {
  const key = periodKey.safeParse(period);
  if (!key.success) return null;
  return Object.assign(new DarienFlowPeriod(), {
    period: key.data,
    registeredEntries: panamaCountOf(registeredEntries),
  });
};

/** A reconciliation from its key in the same way. */
export const resolveDarienReconciliation: ReferenceResolver = ({ period, second }) => {
  const key = periodKey.safeParse(period);
  return key.success ? darienReconciliation(key.data, panamaCountOf(second)) : null;
};
