import type { Document } from './canonical-document';
import type { Catalog, IndexRecord } from './catalog';
import { duplicateKeyError } from './duplicate-key';
import { compileEntries, type IndexEntries, type IndexEntry } from './index-entries';
import { KeySource } from './key-source';
import type { SqliteFile } from './sqlite-file';

/** A key that is to be listed, with the row of its document. */
export interface PendingEntry extends IndexEntry {
  row: number;
}

/** An index: a table of keys, each with the row of its document. */
export class StoredIndex {
  readonly source: KeySource;
  private readonly table: string;
  private readonly entriesOf: (document: Document) => IndexEntries;

  constructor(
    private readonly file: SqliteFile,
    private readonly catalog: Catalog,
    private readonly record: IndexRecord,
    owner: { namespace: string; table: string },
  ) {
    this.table = `i${record.id}`;
    this.namespace = owner.namespace;
    this.entriesOf = compileEntries(record.definition);
    this.source = new KeySource(file, record.definition, { documents: owner.table, index: this.table });
  }

  private readonly namespace: string;

  get definition() {
    return this.record.definition;
  }

  /** Whether any document ever gave this index several keys, so that its order and bounds say less. */
  get manifold(): boolean {
    return this.record.manifold;
  }

  /** Whether every document is listed, so that the index may answer queries. */
  get complete(): boolean {
    return !this.definition.sparse && this.definition.partialFilter === null;
  }

  create(): void {
    this.file.execute(`CREATE TABLE ${this.table} (key BLOB PRIMARY KEY, row INTEGER NOT NULL) WITHOUT ROWID`);
  }

  drop(): void {
    this.file.execute(`DROP TABLE ${this.table}`);
    this.catalog.removeIndex(this.record.id);
  }

  clear(): void {
    this.file.execute(`DELETE FROM ${this.table}`);
  }

  /** Lists a document; throws E11000 and lists nothing when a unique key is taken. */
  add(row: number, document: Document): void {
    this.insert(this.pending(row, this.keysOf(document)));
  }

  remove(document: Document): void {
    this.delete(this.entriesOf(document).entries);
  }

  /** Replaces a document's keys by those of its new version; throws E11000 and changes nothing when one is taken. */
  replace(row: number, before: Document, after: Document): void {
    const old = byKey(this.entriesOf(before).entries);
    const fresh = this.keysOf(after);
    const added = fresh.filter(({ key }) => !old.delete(key.toString('latin1')));
    this.insert(this.pending(row, added));
    this.delete([...old.values()]);
  }

  private pending(row: number, entries: readonly IndexEntry[]): PendingEntry[] {
    return entries.map((entry) => ({ ...entry, row }));
  }

  /** The keys of a document, which are not listed yet. */
  keysOf(document: Document): IndexEntry[] {
    const { entries, manifold } = this.entriesOf(document);
    if (manifold && !this.record.manifold) {
      this.record.manifold = true;
      this.catalog.setManifold(this.record.id);
    }
    return entries;
  }

  /** Lists keys; throws E11000 and lists none when a unique one is taken. */
  insert(entries: readonly PendingEntry[]): void {
    const sql = `INSERT INTO ${this.table} (key, row) VALUES (?, ?) ON CONFLICT DO NOTHING`;
    for (const [i, { key, values, row }] of entries.entries()) {
      if (this.file.run(sql, key, row).changes === 1) continue;
      this.delete(entries.slice(0, i));
      throw duplicateKeyError(this.namespace, this.definition, values);
    }
  }

  private delete(entries: readonly IndexEntry[]): void {
    for (const { key } of entries) this.file.run(`DELETE FROM ${this.table} WHERE key = ?`, key);
  }
}

function byKey(entries: readonly IndexEntry[]): Map<string, IndexEntry> {
  return new Map(entries.map((entry) => [entry.key.toString('latin1'), entry]));
}
