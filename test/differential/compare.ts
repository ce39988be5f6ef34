import { problemOf } from '@pasarela/gateway/execute/subgraph-problems';
import type { Answer, AnswerError } from './engine';

type Path = ReadonlyArray<string | number>;

/**
 * How an answer differs from what it must be; empty where it does not. Data are the same to the letter. Errors are the
 * same where they show: what a null by an error hides, and whether it was one error or several, GraphQL leaves open
 * (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
 */
export function differences(expected: Answer, given: Answer): string[] {
  if (expected.dataText !== given.dataText) return ['the data differ'];
  const data: unknown = JSON.parse(expected.dataText);
  return [...errorsMissing(expected, given, data), ...errorsTooMany(expected, given, data)];
}

function errorsMissing(expected: Answer, given: Answer, data: unknown): string[] {
  const wanted = new Map(expected.errors.map((error) => [keyOf(landing(error.path ?? [], data)), error]));
  return [...wanted]
    .filter(([key, error]) => !given.errors.some((other) => tells(other, error, { key, data })))
    .map(([key]) => `no error tells of ${key}`);
}

interface Landing {
  readonly key: string;
  readonly data: unknown;
}

function tells(given: AnswerError, wanted: AnswerError, { key, data }: Landing): boolean {
  if (given.paths) return given.paths.some((place) => isPrefix(landing(wanted.path ?? [], data), place.split('.')));
  return (
    keyOf(landing(given.path ?? [], data)) === key &&
    (!samePath(given.path, wanted.path) || given.code === codeOf(wanted))
  );
}

function errorsTooMany(expected: Answer, given: Answer, data: unknown): string[] {
  const wanted = expected.errors.map(({ path = [] }) => landing(path, data));
  return given.errors.flatMap(({ path = [], paths, code }) => {
    const places = paths ?? [];
    const told = paths
      ? places.every((place) => wanted.some((one) => isPrefix(one, place.split('.'))))
      : wanted.some((one) => keyOf(one) === keyOf(landing(path, data)));
    return told ? [] : [`${code} tells of ${paths ? places.join(' ') : keyOf(path)}, where there is no error`];
  });
}

/** Where an error shows: the outermost null on its path. */
export function landing(path: Path, data: unknown): Path {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}

const keyOf = (path: Path): string => (path.length > 0 ? path.join('.') : 'the whole');

/** Whether a place, lists as `@`, is at or below a path. */
const isPrefix = (path: Path, place: readonly string[]): boolean =>
  path.length <= place.length && path.every((key, depth) => (typeof key === 'number' ? '@' : key) === place[depth]);

const samePath = (one: Path | undefined, other: Path | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** How the product tells an error of a resolver. */
function codeOf({ code, path }: AnswerError): string {
  if (code === undefined) return 'SUBGRAPH_INVALID';
  return problemOf('any', { message: '', path, extensions: { code } } as never, undefined).code;
}
