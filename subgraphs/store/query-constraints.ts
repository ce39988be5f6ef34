import { RANK, rankOf } from './bson-order';
import type { Document } from './canonical-document';
import { hasOperators } from './compile-filter';
import { isPlainObject } from './document-path';

/** One end of a range. */
export interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** What a filter demands of one path, as far as an index can use it. */
export interface Constraint {
  points?: unknown[];
  lower?: Bound;
  upper?: Bound;
}

/** The constraints every match satisfies; `complete` when satisfying them is also enough to match. */
export interface Constraints {
  byPath: Map<string, Constraint>;
  complete: boolean;
}

/** Reads the parts of a canonical filter that bound an index; what it skips is left to the filter itself. */
export function readConstraints(filter: Document): Constraints {
  const constraints: Constraints = { byPath: new Map(), complete: true };
  readInto(constraints, filter);
  return constraints;
}

function readInto(constraints: Constraints, filter: Document): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and') for (const branch of condition as Document[]) readInto(constraints, branch);
    else if (path.startsWith('$')) constraints.complete = false;
    else if (!constrain(constraints, path, condition)) constraints.complete = false;
  }
}

function constrain(constraints: Constraints, path: string, condition: unknown): boolean {
  const operators = hasOperators(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  const constraint = constraints.byPath.get(path) ?? {};
  constraints.byPath.set(path, constraint);
  return operators.map(([operator, operand]) => narrow(constraint, operator, operand)).every(Boolean);
}

// Whether the operator is now fully expressed by the constraint.
function narrow(constraint: Constraint, operator: string, operand: unknown): boolean {
  if (operator === '$eq') return narrowToPoints(constraint, [operand]);
  if (operator === '$in') return narrowToPoints(constraint, operand as unknown[]);
  if (constraint.points !== undefined || !isRangeOperand(operand)) return false;
  if (operator === '$gt' || operator === '$gte') return narrowRange(constraint, 'lower', operator === '$gte', operand);
  if (operator === '$lt' || operator === '$lte') return narrowRange(constraint, 'upper', operator === '$lte', operand);
  return false;
}

function narrowToPoints(constraint: Constraint, points: unknown[]): boolean {
  if (constraint.points !== undefined || points.some(Array.isArray)) return false;
  const alone = constraint.lower === undefined && constraint.upper === undefined;
  constraint.points = points;
  return alone && !points.some(isPlainObject);
}

function narrowRange(constraint: Constraint, end: 'lower' | 'upper', inclusive: boolean, value: unknown): boolean {
  const other = constraint[end === 'lower' ? 'upper' : 'lower'];
  if (constraint[end] !== undefined) return false;
  if (other !== undefined && rankOf(other.value) !== rankOf(value)) return false;
  constraint[end] = { value, inclusive };
  return true;
}

// NaN, null and whole arrays follow rules of their own in comparisons, which the filter applies.
function isRangeOperand(operand: unknown): boolean {
  const rank = rankOf(operand);
  return rank > RANK.NULL && rank !== RANK.ARRAY && rank !== RANK.OBJECT && !Number.isNaN(operand);
}
