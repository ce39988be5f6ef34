import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';

/**
 * Where an answer may be blank because a subgraph did not answer, lists as `@`: the outermost fields that it alone
 * has, and those of others that are computed from them. It follows from the question and the rules, never from data.
 */
export function unreachedPaths(subgraph: string, fields: readonly DecidedField[], labels: LabelTable): string[] {
  const own = fields.filter(({ decision }) => !decision.withheld && needs(subgraph, decision.coordinate, labels));
  const paths = [...new Set(own.map(({ path }) => path))];
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}

/** @param seen what was looked at on the way here, so that fields that require each other end it. */
function needs(subgraph: string, coordinate: string, { fields }: LabelTable, seen: readonly string[] = []): boolean {
  const label = fields.get(coordinate);
  if (!label || seen.includes(coordinate)) return false;
  if (label.subgraphs.length === 1 && label.subgraphs[0] === subgraph) return true;
  return label.requires.some((required) => needs(subgraph, required, { fields }, [...seen, coordinate]));
}
