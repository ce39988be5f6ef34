import type { Connection } from 'mongoose';
import { CellIncrements } from './cell-increments';
import { makeStoredRelease } from './make-stored-release';
import { setSyntheticSecret, statisticSecret } from './statistic-secret';
import { type DomainStatistics, talliesOf } from './statistic-table';

/** Counts the synthetic records of a seed along, a batch at a time, and makes the first release at its end. */
export class SyntheticStatistics {
  private constructor(
    private readonly statistics: DomainStatistics,
    private readonly increments: CellIncrements,
    private readonly connection: Connection,
  ) {}

  /** @param domain the domain's name, of which the secret of its synthetic records is made */
  static async begin(
    domain: string,
    statistics: DomainStatistics,
    connection: Connection,
  ): Promise<SyntheticStatistics> {
    await setSyntheticSecret(connection, domain);
    const increments = new CellIncrements(talliesOf(statistics), await statisticSecret(connection));
    return new SyntheticStatistics(statistics, increments, connection);
  }

  /** Counts a batch of records that was written. */
  async add(records: readonly object[]): Promise<void> {
    for (const record of records) this.increments.change(null, record);
    await this.increments.write(this.connection);
  }

  /** Makes the first release of every table. */
  async release(madeAt: Date): Promise<void> {
    for (const table of this.statistics.tables) await makeStoredRelease(table, madeAt, this.connection);
  }
}
