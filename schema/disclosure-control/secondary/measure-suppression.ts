import type { ProtectionRule } from '../protection-rule';
import type { FrequencyTable } from '../table/frequency-table';
import { primarySuppressions } from '../threshold/primary-suppression';
import { suppressSecondary } from './suppress-secondary';

/** What the suppression of a table costs. */
export interface SuppressionCost {
  readonly cells: number;
  readonly primary: number;
  readonly complementary: number;
  /** The cells of at least the threshold that are still published, of all such cells; 1 where there are none. */
  readonly shareOverThreshold: number;
  readonly seconds: number;
}

/** Suppresses a table to tell what is left of it and how long that takes. `now`: milliseconds of a clock. */
export async function measureSuppression(given: {
  readonly table: FrequencyTable;
  readonly rule: ProtectionRule;
  readonly known?: Iterable<string>;
  readonly now: () => number;
}): Promise<SuppressionCost> {
  const { table, rule, known = [], now } = given;
  const start = now();
  const primary = primarySuppressions(table, rule);
  const suppressed = await suppressSecondary({ table, primary, threshold: rule.threshold, known });
  const seconds = (now() - start) / 1000;
  const over = [...table.cells].filter(([, { persons }]) => persons >= rule.threshold).map(([id]) => id);
  const published = over.filter((id) => !suppressed.has(id)).length;
  return {
    cells: table.cells.size,
    primary: primary.size,
    complementary: suppressed.size - primary.size,
    shareOverThreshold: over.length === 0 ? 1 : published / over.length,
    seconds,
  };
}
