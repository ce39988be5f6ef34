import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';

/**
 * Where an answer may be blank because a subgraph did not answer, lists as `@`: the outermost fields that it alone
 * has, and those of others that are computed from them. It follows from the question and the rules, never from data.
 */
export function unreachedPaths(subgraph: string, fields: readonly DecidedField[], labels: LabelTable): string[] {
  const own = fields.filter(({ decision }) => !decision.withheld && needs(decision.coordinate, { subgraph, labels }));
  const paths = [...new Set(own.map(({ path }) => path))];
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}

/** Which subgraph did not answer, and what was looked at on the way: fields that require each other end it. */
interface Unreached {
  readonly subgraph: string;
  readonly labels: LabelTable;
  readonly seen?: readonly string[];
}

function needs(coordinate: string, { subgraph, labels, seen = [] }: Unreached): boolean {
  const label = labels.fields.get(coordinate);
  if (!label || seen.includes(coordinate)) return false;
  if (label.subgraphs.length === 1 && label.subgraphs[0] === subgraph) return true;
  return label.requires.some((required) => needs(required, { subgraph, labels, seen: [...seen, coordinate] }));
}
