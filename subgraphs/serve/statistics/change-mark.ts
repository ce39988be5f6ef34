import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { statisticChangeModel } from './statistic-change.model';

/** How long a mark stays after the last write, so that a run of writes is one mark. */
const LINGER_MS = 1_000;

/**
 * The mark of a store in which records and cells do not stand as one for a moment.
 *
 * INVARIANT: it is written before any record is, and goes only once every write that began was done to its end; one
 * that failed half-way leaves it standing, until the cells are counted anew.
 */
class ChangeMark {
  private begun = 0;
  private standing: Promise<string> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly connection: Connection) {}

  /** A write begins. */
  async begin(): Promise<void> {
    clearTimeout(this.timer);
    this.begun += 1;
    this.standing ??= this.write();
    await this.standing;
  }

  /** A write was done to its end. */
  end(): void {
    this.begun -= 1;
    if (this.begun === 0) this.timer = setTimeout(() => void this.clear().catch(() => undefined), LINGER_MS).unref();
  }

  /** Takes the mark away at once, unless a write is under way. */
  async clear(): Promise<void> {
    clearTimeout(this.timer);
    if (this.begun > 0 || !this.standing) return;
    const { standing } = this;
    this.standing = undefined;
    await statisticChangeModel(this.connection).deleteOne({ _id: await standing });
  }

  private async write(): Promise<string> {
    const _id = randomUUID();
    try {
      await statisticChangeModel(this.connection).insertMany([{ _id }], { lean: true });
      return _id;
    } catch (error) {
      this.standing = undefined;
      throw error;
    }
  }
}

const marks = new WeakMap<Connection, ChangeMark>();

/** The mark of a store. */
export function changeMark(connection: Connection): ChangeMark {
  const mark = marks.get(connection) ?? new ChangeMark(connection);
  marks.set(connection, mark);
  return mark;
}
