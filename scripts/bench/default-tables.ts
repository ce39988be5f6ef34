import { STAGES } from '@pasarela/schema/disclosure-control/release/make-release';
import { type CountedCell, cellId, withMargins } from '@pasarela/schema/disclosure-control/table/frequency-table';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { heldLeaves, releaseInForce } from '@pasarela/serve/statistics/read-release';
import type { AnyTable } from '@pasarela/serve/statistics/statistic-table';
import { releasedCellModel } from '@pasarela/serve/statistics/stored-release.model';
import { openStore, type Store } from '@pasarela/store/connect';
import { databaseOf } from '../start/run-subgraph';

/** What a release of a table in a seeded store says of its cells. */
export interface PublishedShare {
  readonly domain: string;
  readonly table: string;
  readonly cells: number;
  /** Cells of as many people as the threshold, or more. */
  readonly overThreshold: number;
  /** Of those, the ones that are published. */
  readonly published: number;
  /** Cells that are suppressed by themselves, and those suppressed to hide them. */
  readonly primary: number;
  readonly complementary: number;
  /** How far published values are from the counts of their day, on the mean. */
  readonly meanAbsoluteError: number;
}

/** The share of cells that stay published, for every table that domains declare, in their first releases. */
export async function publishedShares(
  domains: readonly SubgraphDefinition[],
  address: string,
): Promise<PublishedShare[]> {
  const shares: PublishedShare[] = [];
  for (const domain of domains) {
    if (!domain.statistics) continue;
    const store = await openStore({ address, database: databaseOf(domain) });
    try {
      for (const table of domain.statistics.tables)
        shares.push({ domain: domain.name, ...(await shareOf(table, store.connection)) });
    } finally {
      await store.close();
    }
  }
  return shares;
}

async function shareOf(declared: AnyTable, connection: Store['connection']): Promise<Omit<PublishedShare, 'domain'>> {
  const { name, dimensions, rule } = declared;
  const release = await releaseInForce(name, connection);
  if (!release) throw new Error(`No release of ${name} was made.`);
  const held = withMargins(dimensions, (await heldLeaves(release._id, connection)) as CountedCell[]);
  const rows = await releasedCellModel(connection).find({ release: release._id }).lean();
  const suppressed = new Set(
    rows.filter(({ state }) => state === 'SUPPRESSED').map(({ coordinates }) => cellId(coordinates)),
  );
  const errors = rows
    .filter(({ state }) => state === 'VALUE')
    .map(({ coordinates, value }) => Math.abs((value ?? 0) - (held.cells.get(cellId(coordinates))?.persons ?? 0)));
  const over = [...held.cells].filter(([, { persons }]) => persons >= rule.threshold);
  const primary = STAGES.primarySuppressions(held, rule).size;
  return {
    table: name,
    cells: held.cells.size,
    overThreshold: over.length,
    published: over.filter(([id]) => !suppressed.has(id)).length,
    primary,
    complementary: suppressed.size - primary,
    meanAbsoluteError: errors.reduce((sum, error) => sum + error, 0) / Math.max(errors.length, 1),
  };
}
