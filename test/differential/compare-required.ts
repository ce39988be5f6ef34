import { landing } from './compare';
import { otherPlaces } from './compare-spoiled';
import type { Answer, AnswerError } from './engine';

type Path = ReadonlyArray<string | number>;

/**
 * How an answer differs from what it may be where fields fail that others require. Whether such a failure takes a
 * required object with it depends on what else is asked of the object, which no single schema says: whoever requires
 * it may be null then, and never another value. Each null that would be none, and each error of the whole, has an error
 * at the same object or above it.
 */
export function requiredDifferences(whole: Answer, given: Answer): string[] {
  const [wanted, own] = [whole, given].map(({ dataText }) => JSON.parse(dataText) as unknown);
  const wrong = otherPlaces(wanted, own, '').map((place) => `${place} is another value`);
  const silent = nullsWithin(wanted, own, []).filter((path) => !isTold(path, given.errors));
  const untold = whole.errors.map(({ path = [] }) => landing(path, own)).filter((path) => !isTold(path, given.errors));
  return [...wrong, ...[...silent, ...untold].map((path) => `no error tells of ${path.join('.')}`)];
}

/** Where there is a null that would be none. */
function nullsWithin(wanted: unknown, own: unknown, path: Path): Path[] {
  if (typeof wanted !== 'object' || wanted === null) return own === null && wanted !== null ? [path] : [];
  if (typeof own !== 'object' || own === null) return own === null ? [path] : [];
  return Object.keys(wanted).flatMap((key) => {
    const inner = [(wanted as Members)[key], (own as Members)[key]] as const;
    return nullsWithin(...inner, [...path, Array.isArray(wanted) ? Number(key) : key]);
  });
}

type Members = Readonly<Record<string, unknown>>;

/** Whether an error stands at the object of a place, in it or above it. */
const isTold = (path: Path, errors: readonly AnswerError[]): boolean =>
  errors.some(({ path: at, paths = at ? [textOf(at)] : [] }) =>
    paths.some((place) => isAlong(place, textOf(path.slice(0, -1))) || isAlong(place, textOf(path))),
  );

const textOf = (path: Path): string => path.map((key) => (typeof key === 'number' ? '@' : key)).join('.');

const isAlong = (one: string, other: string): boolean =>
  other === '' || one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
