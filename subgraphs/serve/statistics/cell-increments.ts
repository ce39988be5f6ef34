import { recordKey } from '@pasarela/schema/disclosure-control/perturbation/record-key';
import type { Connection } from 'mongoose';
import { type StatisticCellRow, statisticCellModel } from './statistic-cell.model';
import type { AnyTable, CountedPerson } from './statistic-table';

type Increment = Omit<StatisticCellRow, '_id'>;

/** What the writes of some records add to the stored cells, summed up, so that a batch is one write. */
export class CellIncrements {
  private readonly increments = new Map<string, Increment>();
  /** The key of whom was counted last: each table counts the same person, one after the other. */
  private last: { readonly personId: string; readonly key: number } | undefined;

  /** @param secret the owner's, of which the keys of people are made */
  constructor(
    private readonly tables: readonly AnyTable[],
    private readonly secret: Uint8Array,
  ) {}

  /** A record changed: it leaves the cells where it stood and enters those where it stands. Null is no record. */
  change(before: object | null, after: object | null): void {
    for (const table of this.tables) {
      const [left, entered] = [before, after].map((record) => record && table.of(record as never));
      if (left && entered && cellOf(table, left) === cellOf(table, entered)) continue;
      if (left) this.add(table, left, -1);
      if (entered) this.add(table, entered, 1);
    }
  }

  /** Adds what was summed up to the stored cells in one bulk write, and begins anew. */
  async write(connection: Connection): Promise<void> {
    const writes = [...this.increments].map(([_id, { persons, key, ...cell }]) => ({
      updateOne: {
        filter: { _id },
        update: { $inc: { persons, key }, $setOnInsert: cell },
        upsert: true,
      },
    }));
    this.increments.clear();
    // Past the model's casts, which would take longer than the write: what is written is made here.
    if (writes.length > 0)
      await statisticCellModel(connection).collection.bulkWrite(writes as never, { ordered: false });
  }

  /** The cells that were summed up, as rows of their own: what a store holds that is counted anew. */
  rows(): StatisticCellRow[] {
    return [...this.increments].map(([_id, cell]) => ({ _id, ...cell }));
  }

  private keyOf(personId: string): number {
    if (this.last?.personId !== personId) this.last = { personId, key: recordKey(this.secret, personId) };
    return this.last.key;
  }

  private add(table: AnyTable, person: CountedPerson, persons: 1 | -1): void {
    const { coordinates, releaseClass, personId } = person;
    const _id = cellOf(table, person);
    const key = persons * this.keyOf(personId);
    const known = this.increments.get(_id) ?? { table: table.name, releaseClass, coordinates, persons: 0, key: 0 };
    this.increments.set(_id, { ...known, persons: known.persons + persons, key: known.key + key });
  }
}

const cellOf = ({ name }: AnyTable, { releaseClass, coordinates }: CountedPerson): string =>
  [name, releaseClass, ...coordinates].join('|');
