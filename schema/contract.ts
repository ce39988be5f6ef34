import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownerNamedIn, readRuleFolder } from './access/rule-documents';
import { checkDirectives } from './labels/check-directives';
import { checkLabels } from './labels/check-labels';
import type { LabelProblem, LabelTable } from './labels/label';
import { mergeLabels } from './labels/merge-labels';
import { schemaDirectory } from './package-directory';

/** What the governments agreed on: every subgraph's schema with its labels, and the supergraph made of them. */
export interface Contract {
  readonly directory: string;
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly supergraph: string;
  readonly labels: LabelTable;
}

/** Labels that do not hold together; each problem says where and why. */
export class LabelError extends Error {
  constructor(readonly problems: readonly LabelProblem[]) {
    super(problems.map(({ coordinate, subgraph, cause }) => `${coordinate} (${subgraph}) ${cause}`).join('\n'));
    this.name = 'LabelError';
  }
}

/** Reads the committed contract: `subgraphs/*.graphql`, `supergraph.graphql`, labels checked. */
export function loadContract(directory: string = schemaDirectory): Contract {
  const folder = path.join(directory, 'subgraphs');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const subgraphs = new Map(
    files.map((name) => [path.basename(name, '.graphql'), readFileSync(path.join(folder, name), 'utf8')]),
  );
  const supergraph = readFileSync(path.join(directory, 'supergraph.graphql'), 'utf8');
  return { directory, subgraphs, supergraph, labels: checkedLabels(subgraphs, directory) };
}

/** The merged labels of subgraphs. Throws a LabelError that lists every problem; of directives first, by which labels are read. */
export function checkedLabels(subgraphs: ReadonlyMap<string, string>, directory: string = schemaDirectory): LabelTable {
  const misused = checkDirectives(subgraphs);
  if (misused.length > 0) throw new LabelError(misused);
  const parties = readRuleFolder(directory).filter(({ kind }) => kind === 'parties');
  const { table, problems } = mergeLabels(subgraphs);
  const all = [...problems, ...checkLabels(table, new Set(parties.map((document) => ownerNamedIn(document) ?? '')))];
  if (all.length > 0) throw new LabelError(all);
  return table;
}
