import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { ResponsePath } from './error-paths';

type Container = Record<string | number, unknown>;

/**
 * Makes undefined in a checked reply's data what is null by an error. INVARIANT: such a null says nothing: the answer
 * is null there, but it is no value for whoever requires it.
 */
export function markFailed(data: unknown, errors: ReadonlyArray<{ readonly path?: ResponsePath | undefined }>): void {
  for (const { path } of errors) {
    if (path) markAlong(data, path);
    else markNulls(data);
  }
}

/** Marks the first null on a path: an error makes null what is above it, up to where a null may be. */
function markAlong(data: unknown, path: ResponsePath): void {
  let value = data;
  for (const key of path) {
    if (!isContainer(value) || !Object.hasOwn(value, key)) return;
    if (value[key] === null) value[key] = undefined;
    value = value[key];
  }
}

/** An error of no place may be that of any null. */
function markNulls(value: unknown): void {
  if (!isContainer(value)) return;
  for (const key of Object.keys(value)) {
    if (value[key] === null) value[key] = undefined;
    else markNulls(value[key]);
  }
}

/** The members of an object of which anything that is required failed. */
export function failedMembers(object: object, required: readonly QueryPlanFieldNode[]): string[] {
  return required.filter((field) => hasFailed(object, field)).map(keyOf);
}

/** An object with nulls for what failed, in what is required of it. */
export function withNulls(object: object, required: readonly QueryPlanFieldNode[]): object {
  const copy: Container = { ...object };
  for (const field of required)
    if (Object.hasOwn(copy, keyOf(field))) copy[keyOf(field)] = nullsWithin(copy[keyOf(field)], field.selections);
  return copy;
}

function hasFailed(object: object, field: QueryPlanFieldNode): boolean {
  const key = keyOf(field);
  return Object.hasOwn(object, key) && failedWithin((object as Container)[key], field.selections);
}

function failedWithin(value: unknown, selections: readonly QueryPlanSelectionNode[] | undefined): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.some((item) => failedWithin(item, selections));
  return isContainer(value) && fieldsOf(selections).some((field) => hasFailed(value, field));
}

function nullsWithin(value: unknown, selections: readonly QueryPlanSelectionNode[] | undefined): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => nullsWithin(item, selections));
  return isContainer(value) && selections ? withNulls(value, fieldsOf(selections)) : value;
}

const fieldsOf = (selections: readonly QueryPlanSelectionNode[] = []): QueryPlanFieldNode[] =>
  selections.flatMap((one) => (one.kind === 'Field' ? [one] : fieldsOf(one.selections)));

const keyOf = ({ alias, name }: QueryPlanFieldNode): string => alias ?? name;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
