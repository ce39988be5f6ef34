import type { Answer } from './engine';

/**
 * How an answer differs from what it may be when one subgraph failed: a null wherever that failed, and nothing else
 * is other than it would be; and an error names the subgraph.
 */
export function spoiledDifferences(whole: Answer, given: Answer, subgraph: string): string[] {
  const wrong = otherPlaces(JSON.parse(whole.dataText), JSON.parse(given.dataText), '');
  const named = given.errors.some(({ subgraph: name }) => String(name).split(', ').includes(subgraph));
  return [...wrong.map((place) => `${place} is another value`), ...(named ? [] : [`no error names ${subgraph}`])];
}

/** Where something is neither what it would be nor null. */
export function otherPlaces(whole: unknown, given: unknown, place: string): string[] {
  if (given === null) return [];
  if (Array.isArray(whole) && Array.isArray(given) && whole.length === given.length)
    return whole.flatMap((item, index) => otherPlaces(item, given[index], `${place}.${index}`));
  if (isObject(whole) && isObject(given)) {
    const keys = Object.keys(whole);
    if (keys.join() !== Object.keys(given).join()) return [`the keys of ${place}`];
    return keys.flatMap((key) => otherPlaces(whole[key], given[key], `${place}.${key}`));
  }
  return JSON.stringify(whole) === JSON.stringify(given) ? [] : [place];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
