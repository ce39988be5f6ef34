import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';

const MOST = 2_000;

/** The withheld fields of a request, each subgraph's own: told once to each, so that its owner knows what was refused. */
export class CutOutFields {
  private readonly untold: Map<string, Set<string>>;

  constructor(fields: readonly DecidedField[], labels: LabelTable) {
    this.untold = withheldBySubgraph(fields, labels);
  }

  /** What a subgraph is told now; none when it was told, or nothing of it is withheld. */
  take(subgraph: string): readonly string[] {
    const coordinates = this.untold.get(subgraph) ?? [];
    this.untold.delete(subgraph);
    return [...coordinates].sort().slice(0, MOST);
  }

  /** The subgraphs that no fetch has told. */
  remaining(): string[] {
    return [...this.untold.keys()];
  }
}

function withheldBySubgraph(fields: readonly DecidedField[], labels: LabelTable): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { decision } of fields.filter((field) => field.decision.withheld))
    for (const subgraph of labels.fields.get(decision.coordinate)?.subgraphs ?? []) {
      const coordinates = found.get(subgraph) ?? new Set();
      found.set(subgraph, coordinates.add(decision.coordinate));
    }
  return found;
}
