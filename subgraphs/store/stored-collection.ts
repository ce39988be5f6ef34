import { type Document, fromStored, type StoredDocument } from './canonical-document';
import type { Catalog, CollectionRecord } from './catalog';
import { duplicateKeyError } from './duplicate-key';
import { assertSameIndex, type IndexDefinition } from './index-definition';
import { IndexFiller } from './index-filler';
import { encodeKey } from './index-key';
import { KeySource } from './key-source';
import type { SqliteFile } from './sqlite-file';
import { StoredIndex } from './stored-index';

/** The index that every collection has. */
export const ID_INDEX: IndexDefinition = {
  name: '_id_',
  keys: [{ path: '_id', direction: 1 }],
  unique: true,
  sparse: false,
  partialFilter: null,
};

/** A collection: a table of documents in the order they came, and its indexes. */
export class StoredCollection {
  readonly byId: KeySource;
  readonly indexes: StoredIndex[];
  documents: number;
  private readonly table: string;

  constructor(
    private readonly file: SqliteFile,
    private readonly catalog: Catalog,
    readonly record: CollectionRecord,
    readonly namespace: string,
  ) {
    this.table = `c${record.id}`;
    this.documents = record.documents;
    this.byId = new KeySource(file, ID_INDEX, { documents: this.table });
    const owner = { namespace, table: this.table };
    this.indexes = catalog.indexes(record.id).map((index) => new StoredIndex(file, catalog, index, owner));
  }

  create(): void {
    this.file.execute(`CREATE TABLE ${this.table} (row INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, d BLOB NOT NULL)`);
  }

  drop(): void {
    for (const index of this.indexes) index.drop();
    this.file.execute(`DROP TABLE ${this.table}`);
    this.catalog.removeCollection(this.record.id);
  }

  /** Removes all documents and keeps the indexes. */
  clear(): void {
    for (const index of this.indexes) index.clear();
    this.file.execute(`DELETE FROM ${this.table}`);
    this.documents = 0;
  }

  /** Adds a document; throws E11000 and adds nothing when a unique key is taken. */
  insert({ document, bytes }: StoredDocument): void {
    const key = encodeKey(document._id);
    const sql = `INSERT INTO ${this.table} (k, d) VALUES (?, ?) ON CONFLICT DO NOTHING`;
    const { changes, row } = this.file.run(sql, key, bytes);
    if (changes === 0) throw duplicateKeyError(this.namespace, ID_INDEX, [document._id]);
    this.updateIndexes(
      (index) => index.add(row, document),
      (index) => index.remove(document),
      () => this.file.run(`DELETE FROM ${this.table} WHERE row = ?`, row),
    );
    this.documents++;
  }

  /** Puts a new version in a document's place; its _id stays. */
  replace(row: number, before: Document, { document, bytes }: StoredDocument): void {
    this.updateIndexes(
      (index) => index.replace(row, before, document),
      (index) => index.replace(row, document, before),
    );
    this.file.run(`UPDATE ${this.table} SET d = ? WHERE row = ?`, bytes, row);
  }

  // INVARIANT: when one index refuses a document, every index and the table are as they were before.
  private updateIndexes(
    apply: (index: StoredIndex) => void,
    undo: (index: StoredIndex) => void,
    undoLast?: () => void,
  ): void {
    for (const [i, index] of this.indexes.entries()) {
      try {
        apply(index);
      } catch (error) {
        for (const earlier of this.indexes.slice(0, i)) undo(earlier);
        undoLast?.();
        throw error;
      }
    }
  }

  remove(row: number, document: Document): void {
    for (const index of this.indexes) index.remove(document);
    this.file.run(`DELETE FROM ${this.table} WHERE row = ?`, row);
    this.documents--;
  }

  /** The document in a row; `undefined` once it is gone. */
  read(row: number): Document | undefined {
    const found = this.file.first<{ d: Uint8Array }>(`SELECT d FROM ${this.table} WHERE row = ?`, row);
    return found && fromStored(found.d);
  }

  /** One page of documents in the order they came. */
  page(after: number, limit: number): { row: number; d: Uint8Array }[] {
    const sql = `SELECT row, d FROM ${this.table} WHERE row > ? ORDER BY row LIMIT ?`;
    return this.file.all(sql, after, limit);
  }

  /** Creates those indexes that do not exist and lists all documents in them; throws E11000, and creates none, when documents collide. */
  ensureIndexes(definitions: readonly IndexDefinition[]): void {
    const before = this.indexes.length;
    try {
      for (const definition of definitions)
        if (!this.hasIndex(definition)) this.indexes.push(this.newIndex(definition));
      this.fill(this.indexes.slice(before));
    } catch (error) {
      for (const index of this.indexes.splice(before)) index.drop();
      throw error;
    }
  }

  private newIndex(definition: IndexDefinition): StoredIndex {
    const record = this.catalog.addIndex(this.record.id, definition);
    const index = new StoredIndex(this.file, this.catalog, record, { namespace: this.namespace, table: this.table });
    index.create();
    return index;
  }

  // Reading the documents costs more than listing them: it is done once for all indexes.
  private fill(indexes: readonly StoredIndex[]): void {
    if (indexes.length === 0) return;
    const fillers = indexes.map((index) => new IndexFiller(index));
    let page = this.page(0, 1000);
    while (page.length > 0) {
      for (const { row, d } of page) {
        const document = fromStored(d);
        for (const filler of fillers) filler.add(row, document);
      }
      page = this.page(page.at(-1)?.row as number, 1000);
    }
    for (const filler of fillers) filler.end();
  }

  private hasIndex(wanted: IndexDefinition): boolean {
    const same = (definition: IndexDefinition) =>
      definition.name === wanted.name || JSON.stringify(definition.keys) === JSON.stringify(wanted.keys);
    const existing = [ID_INDEX, ...this.indexes.map((index) => index.definition)].find(same);
    if (existing !== undefined && existing !== ID_INDEX) assertSameIndex(existing, wanted);
    return existing !== undefined;
  }

  dropIndex(name: string): boolean {
    const position = this.indexes.findIndex((index) => index.definition.name === name);
    if (position === -1) return false;
    this.indexes.splice(position, 1)[0]?.drop();
    return true;
  }
}
