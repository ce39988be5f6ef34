/** Where something is in an answer: response keys and indexes. */
export type ResponsePath = ReadonlyArray<string | number>;

/** More places than this are not found of one error. */
export const MOST_PATHS = 1_000;

/**
 * Every path from the root to one of these objects, along a place's response keys (`@` for each element of a list):
 * an object that is one may stand at several.
 */
export function pathsTo(wanted: ReadonlySet<object>, root: object, place: readonly string[]): ResponsePath[] {
  const found: ResponsePath[] = [];
  walk(root, [], 0);
  return found;

  function walk(value: unknown, path: ResponsePath, depth: number): void {
    if (typeof value !== 'object' || value === null || found.length >= MOST_PATHS) return;
    if (depth === place.length) {
      if (wanted.has(value)) found.push(path);
      return;
    }
    for (const [key, inner] of membersAt(value, place[depth] as string)) walk(inner, [...path, key], depth + 1);
  }
}

function membersAt(value: object, key: string): Array<readonly [string | number, unknown]> {
  if (key === '@') return Array.isArray(value) ? value.map((item, index) => [index, item] as const) : [];
  return Object.hasOwn(value, key) ? [[key, (value as Record<string, unknown>)[key]]] : [];
}
