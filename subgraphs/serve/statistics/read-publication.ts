import type { Publication as CheckedPublication } from '@pasarela/schema/disclosure-control/safe-to-publish/safe-to-publish';
import { type Dimension, type DimensionNode, nodesOf } from '@pasarela/schema/disclosure-control/table/dimension';
import { cellId } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { requestError } from '@pasarela/schema/errors';
import type { Connection } from 'mongoose';
import type { PastedCode, PastedDimension, PastedTable, Publication } from './publication-inputs';
import { liveTable } from './read-cells';
import { type AnyTable, type DomainStatistics, knownTable } from './statistic-table';

const MOST_DIMENSIONS = 4;
/** What is checked keeps the owner's subgraph busy: a table of this size some seconds. */
const MOST_CELLS = 5_000;
const MOST_THRESHOLD = 1_000;
const CODE = /^[^|\p{C}]{1,60}$/u;

/**
 * The table that is to be checked.
 * @throws BAD_INPUT where it is neither a table of the domain nor one that can be read, UNKNOWN_STATISTIC_TABLE
 */
export async function readPublication(
  { table, suppressed, pasted }: Publication,
  statistics: DomainStatistics,
  connection: Connection,
): Promise<CheckedPublication> {
  check((table ?? null) === null ? pasted : !pasted, 'exactly one of table and pasted is given');
  check(!(pasted && suppressed), 'suppressed goes with table; a cell that is pasted is suppressed by having no value');
  return pasted ? readPasted(pasted) : asItStands(knownTable(statistics, table ?? ''), suppressed ?? [], connection);
}

/** A table of the domain as it stands now, of those who may be counted for others or not. */
async function asItStands(
  table: AnyTable,
  suppressed: readonly (readonly string[])[],
  connection: Connection,
): Promise<CheckedPublication> {
  const { cells } = await liveTable(table, connection);
  const hidden = new Set(suppressed.map(cellId));
  for (const id of hidden) check(cells.has(id), 'each suppressed cell has a code of each dimension of the table');
  return {
    dimensions: table.dimensions,
    rule: table.rule,
    cells: [...cells].map(([id, { coordinates, persons }]) => ({
      coordinates,
      value: hidden.has(id) ? null : persons,
    })),
  };
}

function readPasted(pasted: PastedTable): CheckedPublication {
  const { threshold, zerosSuppressed, sensitiveDimension } = pasted;
  check(threshold >= 1 && threshold <= MOST_THRESHOLD, `threshold is from 1 to ${MOST_THRESHOLD}`);
  const dimensions = readDimensions(pasted.dimensions);
  const names = dimensions.map(({ name }) => name);
  check(!sensitiveDimension || names.includes(sensitiveDimension), 'sensitiveDimension is one of the dimensions');
  return {
    dimensions,
    rule: { threshold, zerosSuppressed, ...(sensitiveDimension && { sensitiveDimension }) },
    cells: pasted.cells.map(({ codes, value }) => ({ coordinates: codes, value: value ?? null })),
  };
}

function readDimensions(inputs: readonly PastedDimension[]): Dimension[] {
  check(inputs.length >= 1 && inputs.length <= MOST_DIMENSIONS, `there are 1 to ${MOST_DIMENSIONS} dimensions`);
  check(new Set(inputs.map(({ name }) => name)).size === inputs.length, 'each dimension has a name of its own');
  const codes = inputs.reduce((product, input) => product * input.codes.length, 1);
  check(codes <= MOST_CELLS, `the dimensions cross in at most ${MOST_CELLS} cells`);
  return inputs.map(readDimension);
}

/** INVARIANT: every code is reached from the one that stands for everybody: what is in a ring of its own is refused. */
function readDimension({ name, codes }: PastedDimension): Dimension {
  const known = new Set(codes.map(({ code }) => code));
  check(known.size === codes.length, 'a code stands once in its dimension');
  check(
    [...known].every((code) => CODE.test(code)),
    'a code has 1 to 60 characters, and no bar among them',
  );
  const parts = Map.groupBy(codes, ({ partOf }) => partOf ?? null);
  const [everybody, ...others] = parts.get(null) ?? [];
  if (!everybody || others.length > 0) throw badInput('exactly one code of a dimension is a part of none');
  const dimension = { name, root: nodeOf(everybody, parts) };
  check(nodesOf(dimension).length === codes.length, 'each code is a part of one that is there, and none of itself');
  return dimension;
}

function nodeOf({ code }: PastedCode, parts: ReadonlyMap<string | null, readonly PastedCode[]>): DimensionNode {
  const below = parts.get(code) ?? [];
  return below.length === 0 ? { code } : { code, parts: below.map((part) => nodeOf(part, parts)) };
}

function check(holds: unknown, what: string): void {
  if (!holds) throw badInput(what);
}

const badInput = (what: string) => requestError('BAD_INPUT', { what });
