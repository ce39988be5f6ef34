import type { LabelProblem } from './label';
import { parseWithRealNames } from './parse-with-real-names';
import { argument, directive } from './read-directive';
import { readSubgraphLabels } from './read-subgraph-labels';
import { fieldsOf, fieldsTypes } from './subgraph-types';

/** Checks that a field that a subgraph takes over from another is there, and is of the same owner. */
export function checkOverrides(sdls: ReadonlyMap<string, string>): LabelProblem[] {
  return [...sdls].flatMap(([subgraph, sdl]) =>
    overrides(sdl).flatMap(({ coordinate, from }) => {
      const cause = fault(coordinate, ownerOf(coordinate, sdl), { from, sdl: sdls.get(from) });
      return cause ? [{ coordinate, subgraph, cause }] : [];
    }),
  );
}

const overrides = (sdl: string) =>
  fieldsOf(fieldsTypes(parseWithRealNames(sdl))).flatMap(({ coordinate, field }) => {
    const override = directive(field, 'override');
    return override ? [{ coordinate, from: String(argument(override, 'from')) }] : [];
  });

interface Overridden {
  readonly from: string;
  readonly sdl: string | undefined;
}

function fault(coordinate: string, owner: string | undefined, { from, sdl }: Overridden): string | undefined {
  if (sdl === undefined || !labelOf(coordinate, sdl)) return `overrides ${from}, which has no such field`;
  const other = ownerOf(coordinate, sdl);
  if (owner !== undefined && owner === other) return undefined;
  return `overrides ${from}, where it is owned by ${other ?? 'nobody'}: only its own owner takes a field over`;
}

const labelOf = (coordinate: string, sdl: string) =>
  readSubgraphLabels('', sdl).fields.find((field) => field.coordinate === coordinate);

const ownerOf = (coordinate: string, sdl: string): string | undefined => labelOf(coordinate, sdl)?.owner;
