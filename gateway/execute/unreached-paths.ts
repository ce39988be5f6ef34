import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';

/**
 * Where an answer may be blank because a subgraph did not answer, lists as `@`: the outermost fields that it alone
 * has. It follows from the question and the rules, never from data.
 */
export function unreachedPaths(subgraph: string, fields: readonly DecidedField[], labels: LabelTable): string[] {
  const own = fields.filter(({ decision }) => {
    const subgraphs = labels.fields.get(decision.coordinate)?.subgraphs ?? [];
    return !decision.withheld && subgraphs.length === 1 && subgraphs[0] === subgraph;
  });
  const paths = [...new Set(own.map(({ path }) => path))];
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
}
