/** A row whose dimensions are lists of values: it stands for every combination of them. */
export type Combination<Dimension extends string> = Readonly<Record<Dimension, readonly string[]>>;

/**
 * Joins rows that differ in one dimension only, one dimension after another, so that as few rows as can be
 * stand for the same combinations.
 */
export function mergedRows<Dimension extends string, Row extends Combination<Dimension>>(
  rows: readonly Row[],
  dimensions: readonly Dimension[],
): Row[] {
  return dimensions.reduce<Row[]>((merged, dimension) => mergedIn(merged, dimension), [...rows]);
}

function mergedIn<Dimension extends string, Row extends Combination<Dimension>>(
  rows: readonly Row[],
  dimension: Dimension,
): Row[] {
  const groups = new Map<string, { row: Row; values: Set<string> }>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, [dimension]: null });
    const group = groups.get(key) ?? { row, values: new Set<string>() };
    for (const value of row[dimension]) group.values.add(value);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row, values }) => ({ ...row, [dimension]: [...values].sort() }));
}
