import type { Marks } from '../inheritance/strictest-marks';
import { cellNoise } from '../perturbation/cell-noise';
import { type HeldLeaf, holdLeaves } from '../perturbation/held-leaves';
import { PerturbationTable } from '../perturbation/perturbation-table';
import type { ProtectionRule } from '../protection-rule';
import { roundCount } from '../rounding/round-count';
import { suppressSecondary } from '../secondary/suppress-secondary';
import { pathsOf } from '../table/dimension';
import { type CountedCell, cellId, crossings, type FrequencyTable, withMargins } from '../table/frequency-table';
import { primarySuppressions } from '../threshold/primary-suppression';
import type { MadeRelease, ReleasedCell } from './release';

/** The stages that say which cells are suppressed. */
export interface SuppressionStages {
  readonly primarySuppressions: typeof primarySuppressions;
  readonly suppressSecondary: typeof suppressSecondary;
}

/** The stages that ship. */
export const STAGES: SuppressionStages = { primarySuppressions, suppressSecondary };

/** What a release is made of. */
export interface ReleaseOptions {
  /** The table's name: with the secret it decides when leaves move. */
  readonly name: string;
  /** The live table, with the sums of record keys. */
  readonly table: FrequencyTable;
  readonly rule: ProtectionRule;
  /** The owner's secret of record keys. */
  readonly secret: Uint8Array;
  /** What the release before held; none at release 1 and only there. */
  readonly previous?: readonly HeldLeaf[];
  /** Cells whose exact value is published elsewhere. */
  readonly known?: Iterable<string>;
  readonly number: number;
  readonly madeAt: Date;
  readonly marks: Marks;
  /** Other stages than the real ones: to measure what each is worth, never for a release that others read. */
  readonly stages?: SuppressionStages;
}

/**
 * Makes one release: leaves are held, then threshold, secondary suppression, perturbation and rounding, in this order.
 *
 * INVARIANT: all that the release says follows from the held leaves, the rule and the owner's secret: no live count
 * that is not held reaches it.
 *
 * @throws Error where release 1 has an earlier one, or a later release has none: it would take the live state.
 */
export async function makeRelease(options: ReleaseOptions): Promise<MadeRelease> {
  const { name, table, rule, secret, previous, known, number, madeAt, marks, stages = STAGES } = options;
  if ((number === 1) !== (previous === undefined)) throw new Error('Each release but the first goes on from another.');
  const held = holdLeaves({ name, threshold: rule.threshold, secret }, leavesOf(table), previous);
  const heldTable = withMargins(table.dimensions, held);
  const reasons = stages.primarySuppressions(heldTable, rule);
  const hidden = await stages.suppressSecondary({
    table: heldTable,
    primary: reasons,
    threshold: rule.threshold,
    ...(known && { known }),
  });
  const cells = releasedCells(heldTable, rule, (id) => hidden.has(id) || reasons.has(id));
  const suppressed = cells.filter(({ state }) => state === 'SUPPRESSED').length;
  const release = { name, number, madeAt, marks, cells, published: cells.length - suppressed, suppressed };
  return { release, held, reasons };
}

/** The leaf cells of a table: those whose every code is a leaf. */
function leavesOf({ dimensions, cells }: FrequencyTable): CountedCell[] {
  return crossings(dimensions.map((dimension) => [...pathsOf(dimension).keys()])).map((coordinates) => {
    const cell = cells.get(cellId(coordinates));
    if (!cell) throw new Error('A table lacks a leaf cell.');
    return cell;
  });
}

function releasedCells(
  { cells }: FrequencyTable,
  { threshold, roundTo }: ProtectionRule,
  isSuppressed: (id: string) => boolean,
): ReleasedCell[] {
  const noise = new PerturbationTable(threshold);
  return [...cells].map(([id, cell]) => {
    const { coordinates, persons } = cell;
    if (isSuppressed(id)) return { coordinates, state: 'SUPPRESSED', value: null };
    if (persons === 0) return { coordinates, state: 'ZERO', value: 0 };
    const perturbed = persons + cellNoise(cell, noise);
    return { coordinates, state: 'VALUE', value: roundTo === undefined ? perturbed : roundCount(perturbed, roundTo) };
  });
}
