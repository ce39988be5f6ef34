import { AttackerView } from '../audit/attacker-view';
import { Breath } from '../linear-program/breath';
import { loadSolver } from '../linear-program/solver';
import { type TableEquations, tableEquations } from '../linear-program/table-equations';
import type { ProtectionRule } from '../protection-rule';
import { type Interval, isProtected, TOLERANCE } from '../secondary/protection';
import type { Dimension } from '../table/dimension';
import { additiveRelations } from '../table/frequency-table';
import { reasonOfCount } from '../threshold/primary-suppression';
import { type PastedCell, readPasted } from './pasted-table';
import { type PublicationFinding, publicationFinding } from './publication-findings';
import { toldSharedAttributes } from './told-shared-attributes';

/** A table as an owner is about to publish it: exact counts, before noise and rounding. */
export interface Publication {
  readonly dimensions: readonly Dimension[];
  readonly rule: ProtectionRule;
  readonly cells: Iterable<PastedCell>;
}

type Values = ReadonlyMap<string, number | null>;

/**
 * What speaks against publishing a table; nothing where it is safe. The counts of suppressed cells are not needed and
 * not asked for: what is found is what every reader of the table can find. Since nobody else knows which suppressed
 * cell is small, each must be able to be anything from 1 to threshold - 1, or stay open over the threshold's width.
 *
 * @throws Error where the rule's sensitive dimension is none of the table's.
 */
export async function safeToPublish({ dimensions, rule, cells }: Publication): Promise<PublicationFinding[]> {
  const equations = tableEquations(dimensions);
  const { values, findings } = readPasted(equations, cells);
  const additivity = notAdditive(dimensions, values);
  return [
    ...findings,
    ...forbiddenByThemselves(values, rule),
    ...toldSharedAttributes(dimensions, rule.sensitiveDimension, values),
    ...additivity,
    ...(additivity.length > 0 ? [] : await derivable(equations, rule, values)),
  ];
}

function forbiddenByThemselves(values: Values, rule: ProtectionRule): PublicationFinding[] {
  return [...values].flatMap(([id, value]) => {
    const code = value === null ? undefined : reasonOfCount(value, rule);
    return code && code !== 'SHARED_ATTRIBUTE' ? [publicationFinding(code, id, rule)] : [];
  });
}

function notAdditive(dimensions: readonly Dimension[], values: Values): PublicationFinding[] {
  const totals = additiveRelations(dimensions).flatMap(({ total, parts }) => {
    const published = values.get(total);
    if (published === null || published === undefined) return [];
    const counts = parts.map((part) => values.get(part) ?? null);
    const sum = counts.reduce<number>((known, count) => known + (count ?? 0), 0);
    return sum > published || (sum < published && !counts.includes(null)) ? [total] : [];
  });
  return [...new Set(totals)].map((total) => publicationFinding('NOT_ADDITIVE', total));
}

/** The suppressed cells that the published ones narrow too far. */
async function derivable(
  equations: TableEquations,
  rule: ProtectionRule,
  values: Values,
): Promise<PublicationFinding[]> {
  const solver = await loadSolver();
  const zerosHidden = rule.zerosSuppressed || rule.sensitiveDimension !== undefined;
  // Where no zero is suppressed and no cell left out, a suppressed cell is known to be no zero.
  const least = zerosHidden || values.size < equations.ids.length ? 0 : 1;
  const published = [...values].flatMap(([id, value]) =>
    value === null ? [] : [[equations.numberOf.get(id) ?? -1, value] as const],
  );
  const reader = new AttackerView(solver, { equations, least, counts: new Map(published) });
  // That zeros stay published is the rule's choice: what they tell by themselves is not held against the table.
  const zeros = new AttackerView(solver, {
    equations,
    least,
    counts: new Map(published.filter(([, value]) => value === 0)),
  });
  try {
    if (!reader.isPossible()) return [publicationFinding('NOT_ADDITIVE', null)];
    const found: PublicationFinding[] = [];
    const breath = new Breath();
    for (const [id, value] of values) {
      if (value !== null) continue;
      const interval = narrowed(equations.numberOf.get(id) ?? -1, { reader, zeros, threshold: rule.threshold });
      if (interval) found.push(publicationFinding('DERIVABLE', id, { ...rule, interval }));
      await breath.take();
    }
    return found;
  } finally {
    reader.dispose();
    zeros.dispose();
  }
}

interface Views {
  readonly reader: AttackerView;
  readonly zeros: AttackerView;
  readonly threshold: number;
}

/** Between what a suppressed cell lies, where a reader can tell too nearly; undefined where it is open. */
function narrowed(cell: number, { reader, zeros, threshold }: Views): Interval | undefined {
  if (isOpen(reader.seen(cell), threshold)) return undefined;
  const interval = reader.interval(cell);
  if (isOpen(interval, threshold) || isOpen(interval, threshold, zeros.interval(cell))) return undefined;
  return inWholePeople(interval);
}

const isOpen = (interval: Interval, threshold: number, limit?: Interval): boolean =>
  isProtected({ from: 1, to: threshold - 1 }, interval, limit) || isProtected({ width: threshold }, interval, limit);

const inWholePeople = ({ lowest, highest }: Interval): Interval => ({
  lowest: Math.ceil(lowest - TOLERANCE),
  highest: Math.floor(highest + TOLERANCE),
});
