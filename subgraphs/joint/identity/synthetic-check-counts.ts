import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { CheckCountRow } from './check-count.model';
import { CheckLatency } from './check-latency';
import { cellId } from './count-checks';
import { LIMITS } from './identity-limits';
import { monthsOf } from './months-of';
import { ProbeResult } from './probe-result';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';

/** The first month in which checks are counted. */
export const FIRST_MONTH = '2025-01';
const LAST_SEEDED = '2025-12';
const SEED = 20_240_827;

/** Checks of a month that end so, from and to; failures are few, so that some cells are suppressed. */
const USUAL: ReadonlyArray<readonly [ProbeResult, number, number]> = [
  [ProbeResult.NO_HIT, 60, 110],
  [ProbeResult.IS_HIT, 8, 20],
  [ProbeResult.FAILED, 2, 12],
];

/** Invented counts of a year, the same at every scale: they are of no stored check. */
export function syntheticCheckCounts(): CheckCountRow[] {
  const random = new SeededRandom(SEED);
  return LIMITS.parties.flatMap((contributedBy) =>
    monthsOf(FIRST_MONTH, LAST_SEEDED).flatMap((month) =>
      USUAL.flatMap(([result, least, most]) =>
        Object.values(CheckLatency).map((latency) => {
          const cell = { contributedBy, month, result, latency };
          const checks = random.integer(least, most);
          return { _id: cellId(cell), dataset: SYNTHETIC_IDENTITY, ...cell, checks, lastBatch: -1 };
        }),
      ),
    ),
  );
}
