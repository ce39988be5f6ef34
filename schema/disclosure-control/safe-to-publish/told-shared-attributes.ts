import type { Dimension } from '../table/dimension';
import { nodesOf } from '../table/dimension';
import { cellId, crossings } from '../table/frequency-table';
import { type PublicationFinding, publicationFinding } from './publication-findings';

/**
 * The groups of which the published cells tell that all their people share one category of the sensitive dimension: one
 * category has as many as the group, or all others are published zeros. The finding stands at that category's cell.
 */
export function toldSharedAttributes(
  dimensions: readonly Dimension[],
  sensitiveDimension: string | undefined,
  values: ReadonlyMap<string, number | null>,
): PublicationFinding[] {
  if (sensitiveDimension === undefined) return [];
  const at = dimensions.findIndex(({ name }) => name === sensitiveDimension);
  const dimension = dimensions[at];
  if (!dimension) throw new Error(`The table has no dimension ${sensitiveDimension}.`);
  const codes = dimensions.map((other) =>
    (other === dimension ? [other.root] : nodesOf(other)).map(({ code }) => code),
  );
  return crossings(codes).flatMap((coordinates) => {
    const group = values.get(cellId(coordinates));
    const categories = (dimension.root.parts ?? []).map(({ code }) => cellId(coordinates.with(at, code)));
    const told = group === 0 ? undefined : toldCategory(group, categories, values);
    return told === undefined ? [] : [publicationFinding('SHARED_ATTRIBUTE', told)];
  });
}

function toldCategory(
  group: number | null | undefined,
  categories: readonly string[],
  values: ReadonlyMap<string, number | null>,
): string | undefined {
  const possible = categories.filter((id) => values.get(id) !== 0);
  if (possible.length === 1) return possible[0];
  return categories.find((id) => typeof group === 'number' && values.get(id) === group);
}
