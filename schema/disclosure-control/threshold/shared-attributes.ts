import { nodesOf } from '../table/dimension';
import { additiveRelations, type Coordinates, cellId, type FrequencyTable } from '../table/frequency-table';

/**
 * The cells of the groups whose people all share one category of the sensitive dimension. A group stands at any codes
 * of the other dimensions. Its zeros are among the cells: beside published zeros the one category that is left would
 * be told, however many people it has.
 *
 * @throws Error where the table has no such dimension.
 */
export function sharedAttributes(table: FrequencyTable, sensitiveDimension: string | undefined): ReadonlySet<string> {
  if (sensitiveDimension === undefined) return new Set();
  const groups = groupsOf(table, sensitiveDimension).filter(({ shared }) => shared);
  return withoutTold(table, groups);
}

interface Group {
  readonly shared: boolean;
  /** The group's cells below everybody: one for each code of the sensitive dimension. */
  readonly cells: readonly string[];
}

function groupsOf({ dimensions, cells }: FrequencyTable, sensitiveDimension: string): Group[] {
  const at = dimensions.findIndex(({ name }) => name === sensitiveDimension);
  const dimension = dimensions[at];
  if (!dimension) throw new Error(`The table has no dimension ${sensitiveDimension}.`);
  const categories = (dimension.root.parts ?? []).map(({ code }) => code);
  const below = nodesOf(dimension).slice(1);
  const idsAt = (coordinates: Coordinates, codes: readonly string[]): string[] =>
    codes.map((code) => cellId(coordinates.with(at, code)));
  return [...cells.values()]
    .filter(({ coordinates, persons }) => coordinates[at] === dimension.root.code && persons > 0)
    .map(({ coordinates, persons }) => ({
      shared: idsAt(coordinates, categories).some((id) => cells.get(id)?.persons === persons),
      cells: idsAt(
        coordinates,
        below.map(({ code }) => code),
      ),
    }));
}

/**
 * A zero says nothing that a published zero above it does not say already, so it is left published with it. Where a
 * group would keep no zero to hide among, the zeros above are suppressed as well.
 */
function withoutTold(table: FrequencyTable, groups: readonly Group[]): ReadonlySet<string> {
  const isZero = (id: string): boolean => table.cells.get(id)?.persons === 0;
  const above = zerosAbove(table, isZero);
  const wanted = new Set(groups.flatMap(({ cells }) => cells));
  const suppressed = withoutToldZeros(wanted, above);
  for (const { cells } of groups) {
    const zeros = cells.filter(isZero);
    if (zeros.length === 0 || zeros.some((id) => suppressed.has(id))) continue;
    for (const id of zeros) addWithAll(id, above, wanted);
  }
  return withoutToldZeros(wanted, above);
}

/** For each zero, the zeros that it is directly a part of. */
function zerosAbove({ dimensions }: FrequencyTable, isZero: (id: string) => boolean): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const { total, parts } of additiveRelations(dimensions))
    if (isZero(total)) for (const part of parts) above.set(part, [...(above.get(part) ?? []), total]);
  return above;
}

function withoutToldZeros(
  wanted: ReadonlySet<string>,
  above: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const left = new Set(wanted);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const id of left) if ((above.get(id) ?? []).some((total) => !left.has(total))) left.delete(id);
  }
  return left;
}

function addWithAll(id: string, above: ReadonlyMap<string, readonly string[]>, into: Set<string>): void {
  into.add(id);
  for (const total of above.get(id) ?? []) addWithAll(total, above, into);
}
