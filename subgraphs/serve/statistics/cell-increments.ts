import { recordKey } from '@pasarela/schema/disclosure-control/perturbation/record-key';
import type { Connection } from 'mongoose';
import { type StatisticCellRow, statisticCellModel } from './statistic-cell.model';
import type { AnyTally, CountedPerson } from './statistic-table';

type Increment = Omit<StatisticCellRow, '_id'>;

/** What the writes of some records add to the stored cells, summed up, so that a batch is one write. */
export class CellIncrements {
  private readonly increments = new Map<string, Increment>();
  /** The key of whom was counted last: each table counts the same person, one after the other. */
  private last: { readonly personId: string; readonly key: number } | undefined;

  /** @param secret the owner's, of which the keys of people are made */
  constructor(
    private readonly tallies: readonly AnyTally[],
    private readonly secret: Uint8Array,
  ) {}

  /** A record changed: it leaves the cells where it stood and enters those where it stands. Null is no record. */
  change(before: object | null, after: object | null): void {
    for (const tally of this.tallies) {
      const [left, entered] = [countedIn(tally, before), countedIn(tally, after)];
      for (const [place, person] of left) if (!entered.has(place)) this.add(tally, person, -1);
      for (const [place, person] of entered) if (!left.has(place)) this.add(tally, person, 1);
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

  private add(tally: AnyTally, person: CountedPerson, persons: 1 | -1): void {
    const { coordinates, releaseClass, personId } = person;
    const _id = cellOf(tally, person);
    const key = persons * this.keyOf(personId);
    const known = this.increments.get(_id) ?? { table: tally.name, releaseClass, coordinates, persons: 0, key: 0 };
    this.increments.set(_id, { ...known, persons: known.persons + persons, key: known.key + key });
  }
}

/** Where a record is counted, and who: nobody twice in one cell. */
function countedIn(tally: AnyTally, record: object | null): ReadonlyMap<string, CountedPerson> {
  const counted = record && tally.of(record as never);
  const people = counted === null ? [] : [counted].flat();
  return new Map(people.map((person) => [`${cellOf(tally, person)}|${person.personId}`, person]));
}

const cellOf = ({ name }: AnyTally, { releaseClass, coordinates }: CountedPerson): string =>
  [name, releaseClass, ...coordinates].join('|');
