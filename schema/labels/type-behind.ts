import type { FieldLabel, LabelTable, RecordLabel } from './label';

/**
 * The record type whose rows a field brings: the type that it returns, or the one behind the connections and
 * edges in between. Undefined where no row rule can apply.
 */
export function recordBehind({ type }: Pick<FieldLabel, 'type'>, table: LabelTable): RecordLabel | undefined {
  const name = typeBehind(type, table, (candidate) => table.records.has(candidate));
  return name === undefined ? undefined : table.records.get(name);
}

/** The first type that is wanted: the type itself, or one that its structural fields lead to. */
export function typeBehind(
  type: string,
  table: LabelTable,
  isWanted: (type: string) => boolean,
  seen = new Set<string>(),
): string | undefined {
  if (isWanted(type)) return type;
  if (seen.has(type)) return undefined;
  seen.add(type);
  for (const field of structuralFields(type, table)) {
    const found = typeBehind(field.type, table, isWanted, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

const structuralByType = new WeakMap<LabelTable, ReadonlyMap<string, readonly FieldLabel[]>>();

function structuralFields(type: string, table: LabelTable): readonly FieldLabel[] {
  const known = structuralByType.get(table);
  if (known) return known.get(type) ?? [];
  const structural = [...table.fields.values()].filter((field) => field.structural);
  structuralByType.set(
    table,
    Map.groupBy(structural, ({ coordinate }) => coordinate.split('.')[0] as string),
  );
  return structuralFields(type, table);
}
