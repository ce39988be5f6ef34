/** Where something stands in an answer: response keys and, inside lists, positions. */
export type AnswerPath = ReadonlyArray<string | number>;

/** A path whose lists may be written as `@`, as notices write them: `people.@.birthDate`. */
export type PathPattern = ReadonlyArray<string | number>;

/** Every position of a list. */
export const ANY_POSITION = '@';

/** Reads a dotted path; numbers are positions in lists. */
export function parsePath(text: string): PathPattern {
  return text
    .split('.')
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Reads where a notice applies. A notice on a list ends in the list's `@`; it is about the list itself,
 * which the answer then holds as null.
 */
export function parseNoticePath(text: string): PathPattern {
  const path = parsePath(text);
  return path.slice(0, path.findLastIndex((part) => part !== ANY_POSITION) + 1);
}

/** Writes a path with dots. */
export const formatPath = (path: PathPattern): string => path.join('.');

/** The pattern of a path: its positions as `@`. */
export const patternOf = (path: AnswerPath): PathPattern =>
  path.map((part) => (typeof part === 'number' ? ANY_POSITION : part));

/** Whether a pattern names the path or something that the path lies inside. `@` fits any position. */
export function covers(pattern: PathPattern, path: PathPattern): boolean {
  return pattern.length <= path.length && pattern.every((part, i) => samePlace(part, path[i] as string | number));
}

function samePlace(one: string | number, other: string | number): boolean {
  return (
    one === other ||
    (one === ANY_POSITION && typeof other === 'number') ||
    (other === ANY_POSITION && typeof one === 'number')
  );
}

/** Puts a row's positions into a pattern: the first `@` gets the first position, and so on. */
export function bind(pattern: PathPattern, positions: readonly number[]): PathPattern {
  const left = [...positions];
  return pattern.map((part) => (part === ANY_POSITION && left.length > 0 ? (left.shift() as number) : part));
}

/** The value at a path: undefined where the answer has no such place, null where something on the way is null. */
export function valueAt(data: unknown, path: AnswerPath): unknown {
  let value = data;
  for (const part of path) {
    if (value === null || value === undefined) return value;
    if (typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined;
  }
  return value;
}

/** Every path of the data that a pattern names, in order; a list that is null or absent names none. */
export function expand(data: unknown, pattern: PathPattern): AnswerPath[] {
  const mark = pattern.indexOf(ANY_POSITION);
  if (mark < 0) return [pattern];
  const list = valueAt(data, pattern.slice(0, mark));
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, i) => expand(data, [...pattern.slice(0, mark), i, ...pattern.slice(mark + 1)]));
}
