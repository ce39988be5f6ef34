import { landing } from './compare';
import { otherPlaces } from './compare-spoiled';
import type { Answer, AnswerError } from './engine';

type Path = ReadonlyArray<string | number>;

/** An answer and what it may lack. */
export interface FailingAnswer {
  readonly whole: Answer;
  readonly given: Answer;
  /** The response keys of fields that require others. */
  readonly requiring: ReadonlySet<string>;
}

/**
 * How an answer differs from what it may be where fields fail that others require. Whether such a failure takes a
 * required object with it depends on what else is asked of the object, which no single schema says: whoever requires
 * it may be null then, with an error at the same object, and never another value. Everything else is as in the whole.
 */
export function requiredDifferences({ whole, given, requiring }: FailingAnswer): string[] {
  const [wanted, own] = [whole, given].map(({ dataText }) => JSON.parse(dataText) as unknown);
  const wrong = otherPlaces(wanted, own, '').map((place) => `${place} is another value`);
  const nulls = nullsWithin(wanted, own, []);
  const lost = nulls.filter((path) => !mayLack(path, requiring) && !isAt(path, given.errors));
  const untold = [...nulls, ...whole.errors.map(({ path = [] }) => landing(path, own))].filter(
    (path) => !isTold(path, given.errors),
  );
  return [
    ...wrong,
    ...lost.map((path) => `${path.join('.')} is null, and requires nothing`),
    ...untold.map((path) => `no error tells of ${path.join('.')}`),
  ];
}

const mayLack = (path: Path, requiring: ReadonlySet<string>): boolean =>
  requiring.has(String(path.findLast((key) => typeof key === 'string')));

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
  isAt(path.slice(0, -1), errors) || isAt(path, errors);

/** Whether an error stands at a place, in it or above it. */
const isAt = (path: Path, errors: readonly AnswerError[]): boolean =>
  errors.some(({ path: at, paths = at ? [textOf(at)] : [] }) => paths.some((place) => isAlong(place, textOf(path))));

const textOf = (path: Path): string => path.map((key) => (typeof key === 'number' ? '@' : key)).join('.');

const isAlong = (one: string, other: string): boolean =>
  other === '' || one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
