import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { figureCoordinate, releasesCoordinate } from './figure-coordinates';
import type { Row } from './rewrite-stores';
import type { WithheldChange } from './withheld-change';

const MANY = 900;
const KEYS = 2 ** 26;

/** A row of a domain's statistics, and who is shown what of the table that it is about. */
interface Figure {
  readonly row: Row;
  readonly definition: SubgraphDefinition;
  readonly change: WithheldChange;
  /** Whether the requester is shown figures of the table at all, and whether as their owner. */
  readonly isShown: boolean;
  readonly isOwner: boolean;
}

/** The models in which every domain keeps its statistics: the table of a row, and the row with other figures where it is not shown. */
const MODELS: ReadonlyMap<string, { tableOf: (row: Row) => string; changed: (figure: Figure) => Row }> = new Map([
  ['StatisticCell', { tableOf: ({ table }) => table as string, changed: changedCell }],
  ['HeldLeaf', { tableOf: tableOfRelease, changed: changedLeaf }],
  ['ReleasedCell', { tableOf: tableOfRelease, changed: changedReleasedCell }],
  ['StoredRelease', { tableOf: ({ table }) => table as string, changed: changedRelease }],
]);

/** Whether a model keeps statistics. */
export const isFigure = (model: string): boolean => MODELS.has(model);

/**
 * Statistics with other numbers behind what a requester is shown, or behind nothing at all: the owner is shown the
 * live cells, everybody else the cells of the release, and nobody what it holds.
 */
export function figureRow(
  row: Row,
  { model, definition }: { readonly model: string; readonly definition: SubgraphDefinition },
  change: WithheldChange,
): Row {
  const { tableOf, changed } = MODELS.get(model) as NonNullable<ReturnType<typeof MODELS.get>>;
  const coordinate = figureCoordinate(definition, tableOf(row));
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  const { shown, values, rows } = change;
  const isShown = shown.reaches(type) && shown.sees(coordinate);
  const isOwner = definition.party === shown.party && !readsReleases(definition, tableOf(row));
  const other = changed({ row, definition, change, isShown, isOwner });
  if (other !== row && shown.reaches(type)) values.add(coordinate);
  if (other !== row && !shown.reaches(type)) rows.add(type);
  return other;
}

/** Whether the owner too reads releases of a table. */
const readsReleases = ({ statistics }: SubgraphDefinition, table: string): boolean =>
  statistics?.tables.find(({ name }) => name === table)?.readByOwner === 'RELEASES';

function changedCell({ row, change: { random }, isShown, isOwner }: Figure): Row {
  if (isShown && isOwner) return row;
  return { ...row, persons: random.integer(0, MANY), key: random.integer(0, KEYS) };
}

function changedLeaf({ row, change: { random } }: Figure): Row {
  return {
    ...row,
    persons: random.integer(0, MANY),
    key: random.integer(0, KEYS),
    moves: random.integer(0, MANY),
  };
}

function changedReleasedCell({ row, change: { random }, isShown, isOwner }: Figure): Row {
  if (isShown && !isOwner) return row;
  return random.chance(1 / 2)
    ? { ...row, state: 'VALUE', value: random.integer(1, MANY) }
    : { ...row, state: 'SUPPRESSED', value: null };
}

function changedRelease({ row, definition, change: { random, shown }, isShown, isOwner }: Figure): Row {
  const isTold = isShown && !isOwner;
  const isListed = shown.sees(releasesCoordinate(definition));
  if (isTold && isListed) return row;
  const figure = isTold ? {} : { figure: random.integer(1, MANY) };
  const counted = isListed ? {} : { published: random.integer(1, MANY), suppressed: random.integer(1, MANY) };
  return { ...row, ...figure, ...counted };
}

function tableOfRelease({ release }: Row): string {
  return (release as string).split('|')[0] as string;
}
