import { requestError } from '@pasarela/schema/errors';
import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import { changeMark } from './change-mark';
import { checkDeclared } from './check-declared';
import type { Crossing } from './crossing';
import { makeStoredRelease } from './make-stored-release';
import { mendCells } from './mend-cells';
import { releasedCells, releaseInForce, releasesOf } from './read-release';
import { dueAfter, nextDue, setDue } from './release-schedule';
import type { AnyTable, DomainStatistics } from './statistic-table';
import type { ReleasedCellRow, StoredReleaseRow } from './stored-release.model';

/** What the desk of a domain's statistics works with. */
export interface StatisticsDeskOptions {
  readonly statistics: DomainStatistics;
  /** The domain's own store. */
  readonly connection: Connection;
  readonly now: () => Date;
  /** Hears of a release that could not be made; the earlier one stays in force and it is tried again. */
  readonly onFault: (error: unknown) => void;
}

const LOOK_EVERY_MS = 60_000;
/** Crossings of releases whose cells are kept in memory: more than the tables of any domain have. */
const MOST_CROSSINGS = 200;

/** Makes the releases of a domain's tables, by its calendar or when an administrator wants one, one after the other. */
export class StatisticsDesk {
  private readonly timer: NodeJS.Timeout;
  private readonly due = new Map<string, Date>();
  /** INVARIANT: this process alone makes releases, so what it made last is in force. */
  private readonly current = new Map<string, StoredReleaseRow>();
  private readonly cells = new LRUCache<string, Promise<ReadonlyMap<string, ReleasedCellRow>>>({ max: MOST_CROSSINGS });
  private turn: Promise<unknown> = Promise.resolve();
  private failedAt = Number.NEGATIVE_INFINITY;

  private constructor(private readonly options: StatisticsDeskOptions) {
    this.timer = setInterval(() => void this.settle().catch(options.onFault), LOOK_EVERY_MS).unref();
  }

  /** Opens the desk; cells that a killed process left behind are counted anew first. */
  static async open(options: StatisticsDeskOptions): Promise<StatisticsDesk> {
    const { statistics, connection, now } = options;
    checkDeclared(statistics);
    await mendCells(statistics, connection);
    const desk = new StatisticsDesk(options);
    for (const table of statistics.tables) desk.due.set(table.name, await nextDue(table, now(), connection));
    return desk;
  }

  get statistics(): DomainStatistics {
    return this.options.statistics;
  }

  /**
   * Makes the releases that are due. INVARIANT: a release is read after that, so that whoever asks after its hour is
   * told it. One that cannot be made keeps no answer back; it is tried again in a minute.
   */
  async settle(): Promise<void> {
    const now = this.options.now();
    const isDue = ({ name }: AnyTable) => now >= (this.due.get(name) as Date);
    if (now.getTime() < this.failedAt + LOOK_EVERY_MS || !this.statistics.tables.some(isDue)) return;
    await this.inTurn(async () => {
      for (const table of this.statistics.tables.filter(isDue)) await this.make(table, now);
    }).catch((error: unknown) => {
      this.failedAt = now.getTime();
      this.options.onFault(error);
    });
  }

  /**
   * Makes the release of a number, once: who asks for it again is given the same one.
   * @throws STALE_VERSION where releases up to another number were made
   */
  makeNumber(table: AnyTable, number: number): Promise<StoredReleaseRow> {
    const { connection, now } = this.options;
    return this.inTurn(async () => {
      const [last] = await releasesOf(table.name, connection, 1);
      if (last && last.number === number) return last;
      if (number !== (last?.number ?? 0) + 1) throw requestError('STALE_VERSION', { version: last?.number ?? 0 });
      const made = await makeStoredRelease(table, now(), connection);
      this.current.set(table.name, made);
      return made;
    });
  }

  /** The release of a table that is in force. */
  async inForce({ name }: AnyTable): Promise<StoredReleaseRow | undefined> {
    await this.settle();
    const made = this.current.get(name);
    if (made) return made;
    const stored = await releaseInForce(name, this.options.connection);
    // One that was made meanwhile is newer.
    const release = this.current.get(name) ?? stored;
    if (release) this.current.set(name, release);
    return release;
  }

  /** The cells of one crossing of a release, by their ids. A release never changes: they are read once. */
  cellsOf({ _id }: StoredReleaseRow, crossing: Crossing): Promise<ReadonlyMap<string, ReleasedCellRow>> {
    const name = [_id, ...crossing].join('|');
    const cells = this.cells.get(name) ?? releasedCells(_id, crossing, this.options.connection);
    this.cells.set(name, cells);
    // What could not be read is read again.
    cells.catch(() => this.cells.delete(name));
    return cells;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.turn.catch(() => undefined);
    await changeMark(this.options.connection).clear();
  }

  private async make(table: AnyTable, now: Date): Promise<void> {
    const { connection } = this.options;
    this.current.set(table.name, await makeStoredRelease(table, now, connection));
    const next = dueAfter(now, table);
    await setDue(table, next, connection);
    this.due.set(table.name, next);
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
