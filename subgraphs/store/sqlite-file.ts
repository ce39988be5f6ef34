import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** Another process has the file open: one process a file. */
export class FileInUseError extends Error {
  override readonly name = 'FileInUseError';
  readonly code = 'EMBEDDED_IN_USE';

  constructor(path: string, options: { cause: unknown }) {
    super(
      `EMBEDDED_IN_USE: ${path} is open in another process; one process may use an embedded store at a time`,
      options,
    );
  }
}

/** One SQLite file with its prepared statements; `durable` flushes each commit to the disk. */
export class SqliteFile {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private inTransaction = false;

  constructor(
    readonly path: string,
    options: { durable: boolean },
  ) {
    this.database = new DatabaseSync(path, { timeout: 2000 });
    try {
      this.configure(options.durable);
    } catch (cause) {
      this.database.close();
      if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) throw new FileInUseError(path, { cause });
      throw cause;
    }
  }

  // INVARIANT: this process alone has the file open, so that counts and index definitions can be kept in memory.
  private configure(durable: boolean): void {
    this.database.exec('PRAGMA locking_mode = EXCLUSIVE');
    this.database.exec('PRAGMA journal_mode = WAL');
    this.database.exec('PRAGMA synchronous = NORMAL');
    // 64 MB: what many commits write to one page is copied into the file once.
    this.database.exec('PRAGMA wal_autocheckpoint = 16384');
    if (durable) this.makeDurable();
    this.database.exec('PRAGMA cache_size = -65536');
    this.database.exec('PRAGMA temp_store = MEMORY');
    this.database.exec('BEGIN IMMEDIATE; COMMIT');
  }

  /** From now on flushes each commit to the disk. */
  makeDurable(): void {
    this.database.exec('PRAGMA synchronous = FULL');
  }

  /** Runs statements that are not worth keeping prepared, such as table definitions. */
  execute(sql: string): void {
    this.database.exec(sql);
  }

  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; row: number } {
    const { changes, lastInsertRowid } = this.prepare(sql).run(...values);
    return { changes: Number(changes), row: Number(lastInsertRowid) };
  }

  /** The first row of a query. */
  first<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /** All rows of a query. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /** Commits what `work` wrote when it returns, rolls back when it throws; within a transaction it joins it. */
  transaction<Result>(work: () => Result): Result {
    if (this.inTransaction) return work();
    this.database.exec('BEGIN IMMEDIATE');
    this.inTransaction = true;
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  /** Closes the file; SQLite folds the write-ahead log into it. */
  close(): void {
    this.statements.clear();
    this.database.close();
  }
}

const SQLITE_BUSY = 5;
