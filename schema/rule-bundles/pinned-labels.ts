import { isUnderRulesOf } from '../access/joint-rules';
import { type FieldLabel, type LabelTable, OWNER_ALL, OWNER_ANY, OWNER_JOINT, type RecordLabel } from '../labels/label';

/** How an owner's fields are labelled, as it signs it: coordinate to a short text of all that decisions depend on. */
export type PinnedLabels = Readonly<Record<string, string>>;

/** The labels of an owner's fields. What belongs to nobody is everybody's to watch, and pinned by ALL. */
export function pinnedLabels(labels: LabelTable, owner: string): PinnedLabels {
  const own = [...labels.fields.values()].filter((label) => isOf(label, owner, labels));
  return Object.fromEntries(own.map((label) => [label.coordinate, textOf(label, labels)]));
}

/** The coordinates of an owner that are labelled otherwise than it pinned, or that it has not pinned yet. */
export function labelDrift(pinned: PinnedLabels, labels: LabelTable, owner: string): string[] {
  return Object.entries(pinnedLabels(labels, owner))
    .filter(([coordinate, text]) => !Object.hasOwn(pinned, coordinate) || pinned[coordinate] !== text)
    .map(([coordinate]) => coordinate);
}

/** A joint field is every party's that can contribute; what leads to one is everybody's. */
function isOf(label: FieldLabel, owner: string, labels: LabelTable): boolean {
  if (isUnderRulesOf(label, owner, labels)) return true;
  if (owner !== OWNER_ALL) return false;
  return label.owner === OWNER_ANY || label.owner === OWNER_JOINT || label.owner === undefined;
}

function textOf(label: FieldLabel, labels: LabelTable): string {
  const { coordinate, sensitivity, about, kind, structural, key, nullable, type, requires } = label;
  const record = labels.records.get(coordinate.split('.')[0] as string);
  const flags = [structural && 'structural', key && 'key', nullable && 'nullable'].filter(Boolean);
  const readBy = readersOf(labels).get(coordinate) ?? [];
  const behind = [...(labels.members.get(type) ?? [])].sort();
  const lists = [about.toSorted(), flags, requires.toSorted(), readBy.toSorted(), behind, recordText(record)];
  return [sensitivity, kind, type, ...lists].map(String).join(' ');
}

const readersByTable = new WeakMap<LabelTable, ReadonlyMap<string, readonly string[]>>();

/** The inputs that read each field, by the field's coordinate. Every point asks at each change of rules: found once. */
function readersOf(labels: LabelTable): ReadonlyMap<string, readonly string[]> {
  const known = readersByTable.get(labels);
  if (known) return known;
  const readers = new Map<string, string[]>();
  for (const { coordinate, reads } of labels.inputs.values())
    for (const { field, at } of reads) {
      const ofField = readers.get(field) ?? [];
      ofField.push(at === undefined ? coordinate : `${coordinate}@${at}`);
      readers.set(field, ofField);
    }
  readersByTable.set(labels, readers);
  return readers;
}

/** What conditions read of a record, and where: another path or type of an attribute is another condition. */
function recordText(record: RecordLabel | undefined): string[] {
  const attributes = [...(record?.attributes.values() ?? [])].map(
    ({ name, path, type, list, sensitivity, changes }) =>
      `${name}=${path}:${type}${list ? '[]' : ''}:${sensitivity}${changes ? ':changes' : ''}`,
  );
  return record ? [record.of ?? '', ...attributes.sort()] : [];
}
