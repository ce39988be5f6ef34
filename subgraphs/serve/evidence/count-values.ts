import type { DecidedField } from '@pasarela/schema/access/decided-operation';

/** The places of fields in an answer, as a tree of the names in it. */
interface Place {
  coordinate?: string;
  readonly below: Map<string, Place>;
}

/** How many values of each field an answer holds; blanks do not count, a list of plain values counts once. */
export function countValues(data: unknown, fields: readonly DecidedField[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const { decision } of fields) counts[decision.coordinate] = 0;
  countIn(data, placesOf(fields), counts);
  return counts;
}

/** By the decided fields, which are the same array as often as one operation is decided alike. */
const known = new WeakMap<readonly DecidedField[], Place>();

function placesOf(fields: readonly DecidedField[]): Place {
  const places = known.get(fields) ?? placesIn(fields);
  known.set(fields, places);
  return places;
}

/** Lists stand for each of their items, so `@` is no place of its own. */
function placesIn(fields: readonly DecidedField[]): Place {
  const root: Place = { below: new Map() };
  for (const { path, decision } of fields) {
    let place = root;
    for (const name of path.split('.')) {
      if (name === '@') continue;
      const next = place.below.get(name) ?? { below: new Map() };
      place.below.set(name, next);
      place = next;
    }
    place.coordinate = decision.coordinate;
  }
  return root;
}

function countIn(value: unknown, place: Place, counts: Record<string, number>): void {
  if (Array.isArray(value)) {
    for (const item of value) countIn(item, place, counts);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const [name, next] of place.below) {
    const found = (value as Record<string, unknown>)[name];
    if (found === null || found === undefined) continue;
    if (next.coordinate) counts[next.coordinate] = (counts[next.coordinate] ?? 0) + 1;
    if (typeof found === 'object') countIn(found, next, counts);
  }
}
