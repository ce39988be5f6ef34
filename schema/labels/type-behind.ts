import type { FieldLabel, LabelTable, RecordLabel } from './label';

/**
 * The types whose objects a field brings: the one that it returns, or those behind the connections, edges,
 * interfaces and unions in between. A leaf brings none.
 */
export function typesBehind({ type }: Pick<FieldLabel, 'type'>, table: LabelTable): readonly string[] {
  const known = knownOf(table);
  const found = known.get(type) ?? [...behind(type, table, new Set())];
  known.set(type, found);
  return found;
}

/** The record types among them: rows that a row rule can hide. */
export const recordsBehind = (field: Pick<FieldLabel, 'type'>, table: LabelTable): RecordLabel[] =>
  typesBehind(field, table).flatMap((type) => table.records.get(type) ?? []);

function behind(type: string, table: LabelTable, seen: Set<string>): Set<string> {
  if (seen.has(type)) return new Set();
  seen.add(type);
  const members = table.members.get(type);
  if (members) return new Set(members.flatMap((member) => [...behind(member, table, seen)]));
  const fields = fieldsOfType(type, table);
  if (fields.length === 0 && !table.records.has(type)) return new Set();
  if (!fields.some(({ structural }) => structural)) return new Set([type]);
  return new Set(fields.flatMap((field) => [...behind(field.type, table, seen)]));
}

/** The fields of a type. */
export const fieldsOfType = (type: string, table: LabelTable): readonly FieldLabel[] =>
  fieldsByType(table).get(type) ?? [];

const knownByTable = new WeakMap<LabelTable, Map<string, readonly string[]>>();

function knownOf(table: LabelTable): Map<string, readonly string[]> {
  const known = knownByTable.get(table) ?? new Map();
  knownByTable.set(table, known);
  return known;
}

const indexByTable = new WeakMap<LabelTable, ReadonlyMap<string, readonly FieldLabel[]>>();

function fieldsByType(table: LabelTable): ReadonlyMap<string, readonly FieldLabel[]> {
  const known = indexByTable.get(table);
  if (known) return known;
  const index = Map.groupBy(table.fields.values(), ({ coordinate }) => coordinate.split('.')[0] as string);
  indexByTable.set(table, index);
  return index;
}
