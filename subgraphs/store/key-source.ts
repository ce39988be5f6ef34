import type { IndexDefinition } from './index-definition';
import { indexedKeys } from './index-entries';
import type { SortKey } from './sort-documents';
import type { SqliteFile } from './sqlite-file';

/** A range of keys: from `from` up to but without `to`. */
export interface Interval {
  from: Buffer;
  to: Buffer;
}

/** A document's row as a scan finds it. */
export interface FoundRow {
  row: number;
  d: Uint8Array;
  key: Uint8Array;
}

/** All keys. */
export const EVERYTHING: Interval = { from: Buffer.alloc(0), to: Buffer.from([0xff]) };

/** Documents in the order of an index's keys; the index on _id is the document table's own. */
export class KeySource {
  readonly keys: readonly SortKey[];
  private readonly column: string;
  private readonly entries: string;
  private readonly documents: string;

  constructor(
    private readonly file: SqliteFile,
    readonly definition: IndexDefinition,
    readonly tables: { documents: string; index?: string },
  ) {
    this.keys = indexedKeys(definition);
    const { documents, index } = tables;
    this.column = index === undefined ? 'k' : 'e.key';
    this.entries = index === undefined ? documents : `${index} e`;
    // CROSS JOIN keeps SQLite from reading the documents first.
    this.documents = index === undefined ? documents : `${index} e CROSS JOIN ${documents} c ON c.row = e.row`;
  }

  /** One page of documents in key order, or in reverse. */
  page(interval: Interval, options: { reverse: boolean; limit: number }): FoundRow[] {
    const row = this.tables.index === undefined ? 'row' : 'c.row';
    const order = options.reverse ? 'DESC' : 'ASC';
    return this.file.all<FoundRow>(
      `SELECT ${this.column} AS key, ${row} AS row, d FROM ${this.documents}
       WHERE ${this.column} >= ? AND ${this.column} < ? ORDER BY ${this.column} ${order} LIMIT ?`,
      interval.from,
      interval.to,
      options.limit,
    );
  }

  /** How many keys lie in an interval, counting no further than `limit`. */
  count(interval: Interval, limit = -1): number {
    const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${this.entries}
      WHERE ${this.column} >= ? AND ${this.column} < ? LIMIT ?)`;
    return this.file.first<{ n: number }>(sql, interval.from, interval.to, limit)?.n ?? 0;
  }
}
