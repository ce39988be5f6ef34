import type { Planned, Problem } from '../request-state';

/**
 * What is told of places where the schema allows no null and nothing came: an owner's answer was not what its schema
 * says. What another problem explains is not told twice. @param broken places, lists as `@`.
 */
export function brokenProblems(
  broken: readonly string[],
  problems: readonly Problem[],
  { subgraphs }: Pick<Planned, 'subgraphs'>,
): Problem[] {
  const told = problems.flatMap(({ path, paths }) => paths ?? (path ? [placeOf(path)] : ['']));
  const paths = broken.filter((place) => !told.some((other) => isWithin(place, other) || isWithin(other, place)));
  if (paths.length === 0) return [];
  return [{ code: 'SUBGRAPH_INVALID', details: { subgraph: subgraphs.join(', ') }, path: undefined, paths }];
}

const placeOf = (path: NonNullable<Problem['path']>): string =>
  path.map((key) => (typeof key === 'number' ? '@' : key)).join('.');

const isWithin = (place: string, other: string): boolean =>
  other === '' || place === other || place.startsWith(`${other}.`);
