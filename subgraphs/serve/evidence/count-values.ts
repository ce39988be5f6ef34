import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import { constantPart } from '@pasarela/schema/evidence/leaves/constant-part';

/** The places of fields in an answer, as a tree of the names in it. */
interface Place {
  /** Which of the counted fields this is; undefined where only others below it are counted. */
  counted?: number;
  readonly below: Array<{ readonly name: string; readonly place: Place }>;
}

/** What is counted in the answers of one operation, decided alike. */
interface Counted {
  readonly places: Place;
  /** By what is counted. */
  readonly coordinates: readonly string[];
  /** How many there were in the last answer. */
  last: readonly number[] | undefined;
  /** The counts that the last two answers had alike: dashboards ask again. */
  again: Record<string, number> | undefined;
}

/** How many values of each field an answer holds; blanks do not count, a list of plain values counts once. */
export function countValues(data: unknown, fields: readonly DecidedField[]): Record<string, number> {
  const counted = countedOf(fields);
  const numbers = new Array<number>(counted.coordinates.length).fill(0);
  countIn(data, counted.places, numbers);
  if (counted.last?.every((number, at) => number === numbers[at])) {
    counted.again ??= constantPart(countsOf(counted.coordinates, numbers));
    return counted.again;
  }
  counted.last = numbers;
  counted.again = undefined;
  return countsOf(counted.coordinates, numbers);
}

function countsOf(coordinates: readonly string[], numbers: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const [at, coordinate] of coordinates.entries()) counts[coordinate] = numbers[at] ?? 0;
  return counts;
}

/** By the decided fields, which are the same array as often as one operation is decided alike. */
const known = new WeakMap<readonly DecidedField[], Counted>();

function countedOf(fields: readonly DecidedField[]): Counted {
  const found = known.get(fields);
  if (found) return found;
  const coordinates = [...new Set(fields.map(({ decision }) => decision.coordinate))];
  const made = { places: placesIn(fields, coordinates), coordinates, last: undefined, again: undefined };
  known.set(fields, made);
  return made;
}

/** Lists stand for each of their items, so `@` is no place of its own. */
function placesIn(fields: readonly DecidedField[], coordinates: readonly string[]): Place {
  const root: Place = { below: [] };
  for (const { path, decision } of fields) {
    let place = root;
    for (const name of path.split('.')) if (name !== '@') place = placeBelow(place, name);
    place.counted = coordinates.indexOf(decision.coordinate);
  }
  return root;
}

function placeBelow({ below }: Place, name: string): Place {
  const found = below.find((one) => one.name === name)?.place;
  const place: Place = found ?? { below: [] };
  if (!found) below.push({ name, place });
  return place;
}

function countIn(value: unknown, place: Place, numbers: number[]): void {
  if (Array.isArray(value)) {
    for (const item of value) countIn(item, place, numbers);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const { name, place: next } of place.below) {
    const found = (value as Record<string, unknown>)[name];
    if (found === null || found === undefined) continue;
    if (next.counted !== undefined) numbers[next.counted] = (numbers[next.counted] ?? 0) + 1;
    if (typeof found === 'object') countIn(found, next, numbers);
  }
}
