import { SENSITIVITIES, type Sensitivity } from '../directives';
import type { FieldLabel, InputLabel, LabelProblem, LabelTable, RecordLabel } from './label';
import { readSubgraphLabels } from './read-subgraph-labels';

/** The labels of all subgraphs in one table, and what cannot be merged. @param sdls SDL by subgraph name. */
export function mergeLabels(sdls: ReadonlyMap<string, string>): { table: LabelTable; problems: LabelProblem[] } {
  const merge = new LabelMerge();
  for (const [subgraph, sdl] of sdls) {
    const labels = readSubgraphLabels(subgraph, sdl);
    for (const label of labels.fields) merge.addField(label, subgraph);
    for (const input of labels.inputs) merge.addInput(input);
    for (const record of labels.records) merge.addRecord(record);
    for (const [abstract, member] of labels.members) merge.addMember(abstract, member);
  }
  const { fields, inputs, records, members, problems } = merge;
  return { table: { fields, inputs, records, members }, problems };
}

class LabelMerge {
  readonly fields = new Map<string, FieldLabel>();
  readonly inputs = new Map<string, InputLabel>();
  readonly records = new Map<string, RecordLabel>();
  readonly members = new Map<string, string[]>();
  readonly problems: LabelProblem[] = [];

  addField(label: FieldLabel, subgraph: string): void {
    const known = this.fields.get(label.coordinate);
    if (known && known.owner !== label.owner) this.problems.push(differingOwners(known, label, subgraph));
    this.fields.set(label.coordinate, known ? strictest(known, label) : label);
  }

  addInput(input: InputLabel): void {
    const known = this.inputs.get(input.coordinate);
    if (known && JSON.stringify(known.reads) !== JSON.stringify(input.reads))
      this.problems.push({ ...input, cause: 'reads another field than in another subgraph' });
    this.inputs.set(input.coordinate, input);
  }

  addMember(abstract: string, member: string): void {
    const known = this.members.get(abstract) ?? [];
    if (!known.includes(member)) this.members.set(abstract, [...known, member]);
  }

  /** INVARIANT: a record is stored, and its conditions are decided, in one place. */
  addRecord(record: RecordLabel): void {
    const known = this.records.get(record.type);
    if (known)
      this.problems.push({
        coordinate: record.type,
        subgraph: record.subgraph,
        cause: `declares its records here and in ${known.subgraph}`,
      });
    this.records.set(record.type, record);
  }
}

/** INVARIANT: of differing labels the strictest sensitivity and every subject hold; a missing one stays missing. */
function strictest(known: FieldLabel, other: FieldLabel): FieldLabel {
  return {
    ...known,
    sensitivity: stricter(known.sensitivity, other.sensitivity),
    about: [...new Set([...known.about, ...other.about])],
    key: known.key || other.key,
    requires: [...new Set([...known.requires, ...other.requires])],
    nullable: known.nullable && other.nullable,
    structural: known.structural && other.structural,
    subgraphs: [...known.subgraphs, ...other.subgraphs],
  };
}

function stricter(a: Sensitivity | undefined, b: Sensitivity | undefined): Sensitivity | undefined {
  if (!a || !b) return undefined;
  return SENSITIVITIES.indexOf(a) >= SENSITIVITIES.indexOf(b) ? a : b;
}

function differingOwners(known: FieldLabel, label: FieldLabel, subgraph: string): LabelProblem {
  const cause = `is owned by ${label.owner ?? 'nobody'} here and by ${known.owner ?? 'nobody'} in ${known.subgraphs.join(', ')}`;
  return { coordinate: label.coordinate, subgraph, cause };
}
