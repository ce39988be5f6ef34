import type { Planned, Problem } from '../request-state';

/**
 * What is told of places where the schema allows no null and nothing came: an owner's answer was not what its schema
 * says. What another problem explains is not told twice. @param broken paths: keys and indexes, between dots.
 */
export function brokenProblems(
  broken: readonly string[],
  problems: readonly Problem[],
  { subgraphs }: Pick<Planned, 'subgraphs'>,
): Problem[] {
  const untold = broken.filter((path) => !problems.some((problem) => explains(problem, path)));
  if (untold.length === 0) return [];
  const paths = [...new Set(untold.map(placeOf))];
  return [{ code: 'SUBGRAPH_INVALID', details: { subgraph: subgraphs.join(', ') }, path: undefined, paths }];
}

/** Whether a problem stands at a path, above it or below it; one of no place may stand anywhere. */
function explains({ path, paths }: Problem, broken: string): boolean {
  if (path) return isAlong(path.join('.'), broken);
  return !paths || paths.some((place) => isAlong(place, placeOf(broken)));
}

const isAlong = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** A path with lists as `@`: no key begins with a digit. */
const placeOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '.@');
