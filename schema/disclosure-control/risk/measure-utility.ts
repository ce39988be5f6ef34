import type { SuppressionStages } from '../release/make-release';
import { pathsOf } from '../table/dimension';
import { type CountedCell, cellId, withMargins } from '../table/frequency-table';
import { rememberSecondary } from './remember-secondary';

import { ONE_TABLE } from './simulation/related-tables';
import { SIMULATED_RULE, SimulatedOwner } from './simulation/simulated-owner';
import { simulateYear } from './simulation/simulated-year';

/** How near released values are to the live ones of their day, for leaves or margins, over all releases of simulated years. */
export interface UtilityRow {
  readonly cells: 'LEAVES' | 'MARGINS';
  /** The mean live count of the cells published with a value. */
  readonly meanCount: number;
  /** Mean absolute differences, in people: of the released value from the live count, and what noise and holding do of it. */
  readonly meanAbsoluteError: number;
  readonly byNoise: number;
  readonly byHolding: number;
  /** Of all cells, the share suppressed; of the cells that held the threshold or more, the share published. */
  readonly suppressed: number;
  readonly publishedOverThreshold: number;
}

interface Tally {
  cells: number;
  values: number;
  counts: number;
  error: number;
  noise: number;
  holding: number;
  suppressed: number;
  overThreshold: number;
  publishedOver: number;
}

const emptyTally = (): Tally => ({
  cells: 0,
  values: 0,
  counts: 0,
  error: 0,
  noise: 0,
  holding: 0,
  suppressed: 0,
  overThreshold: 0,
  publishedOver: 0,
});

/** Measures how near a year's weekly releases of the simulated table stay to the live counts. */
export async function measureUtility({
  stages,
  years,
  seed,
}: {
  readonly stages: SuppressionStages;
  readonly years: number;
  readonly seed: number;
}): Promise<UtilityRow[]> {
  const tallies = { LEAVES: emptyTally(), MARGINS: emptyTally() };
  for (let year = seed; year < seed + years; year += 1) await tallyYear(year, rememberSecondary(stages), tallies);
  return (['LEAVES', 'MARGINS'] as const).map((cells) => ({ cells, ...meansOf(tallies[cells]) }));
}

async function tallyYear(
  seed: number,
  stages: SuppressionStages,
  tallies: Record<UtilityRow['cells'], Tally>,
): Promise<void> {
  const owner = new SimulatedOwner(seed, stages);
  for (const [week, tables] of simulateYear(seed, ONE_TABLE).weeks.entries())
    for (const [name, table] of Object.entries(tables)) {
      const made = await owner.nextRelease({ week, name, table });
      const leaves = table.dimensions.map(pathsOf);
      const heldCells = withMargins(table.dimensions, made.held).cells;
      for (const { coordinates, value } of made.release.cells) {
        const kind = coordinates.every((code, at) => leaves[at]?.has(code)) ? 'LEAVES' : 'MARGINS';
        const id = cellId(coordinates);
        tally(tallies[kind], value, { live: table.cells.get(id), held: heldCells.get(id) });
      }
    }
}

function tally(
  sums: Tally,
  value: number | null,
  { live, held }: { readonly live: CountedCell | undefined; readonly held: CountedCell | undefined },
): void {
  const [liveCount, heldCount] = [live?.persons ?? 0, held?.persons ?? 0];
  sums.cells += 1;
  if (heldCount >= SIMULATED_RULE.threshold) sums.overThreshold += 1;
  if (value === null) {
    sums.suppressed += 1;
    return;
  }
  if (value === 0) return;
  sums.publishedOver += 1;
  sums.values += 1;
  sums.counts += liveCount;
  sums.error += Math.abs(value - liveCount);
  sums.noise += Math.abs(value - heldCount);
  sums.holding += Math.abs(heldCount - liveCount);
}

const meansOf = (sums: Tally): Omit<UtilityRow, 'cells'> => ({
  meanCount: sums.counts / sums.values,
  meanAbsoluteError: sums.error / sums.values,
  byNoise: sums.noise / sums.values,
  byHolding: sums.holding / sums.values,
  suppressed: sums.suppressed / sums.cells,
  publishedOverThreshold: sums.publishedOver / sums.overThreshold,
});
