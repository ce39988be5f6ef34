import type { ResponsePath } from './error-paths';

type Container = Record<string | number, unknown>;

/**
 * Takes out of a checked reply's data what is null by an error. INVARIANT: such a null says nothing: the answer is
 * null there, but no other owner is told it as a value, and who requires the value is not asked.
 */
export function removeFailed(data: unknown, errors: ReadonlyArray<{ readonly path?: ResponsePath | undefined }>): void {
  for (const { path } of errors) {
    if (path) removeAlong(data, path);
    else removeNulls(data);
  }
}

/** Takes out the first null on a path: an error makes null what is above it, up to where a null may be. */
function removeAlong(data: unknown, path: ResponsePath): void {
  let value = data;
  for (const key of path) {
    if (!isContainer(value) || !Object.hasOwn(value, key)) return;
    if (value[key] === null) remove(value, key);
    value = value[key];
  }
}

/** An error of no place may be that of any null. */
function removeNulls(value: unknown): void {
  if (!isContainer(value)) return;
  for (const key of Object.keys(value)) {
    if (value[key] === null) remove(value, key);
    else removeNulls(value[key]);
  }
}

function remove(container: Container, key: string | number): void {
  if (Array.isArray(container)) container[Number(key)] = undefined;
  else delete container[key];
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
