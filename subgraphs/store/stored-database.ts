import { Catalog } from './catalog';
import { isRefusal } from './duplicate-key';
import { SqliteFile } from './sqlite-file';
import { StoredCollection } from './stored-collection';

/** The collections in one file. */
export class StoredDatabase {
  private readonly file: SqliteFile;
  private readonly catalog: Catalog;
  private collections = new Map<string, StoredCollection>();
  private writing = false;

  constructor(
    readonly name: string,
    path: string,
    options: { durable: boolean },
  ) {
    this.file = new SqliteFile(path, options);
    this.catalog = new Catalog(this.file);
    this.load();
  }

  private load(): void {
    const loaded = this.catalog.collections().map((record) => this.open(record));
    this.collections = new Map(loaded.map((collection) => [collection.record.name, collection]));
  }

  private open(record: StoredCollection['record']): StoredCollection {
    return new StoredCollection(this.file, this.catalog, record, `${this.name}.${record.name}`);
  }

  get path(): string {
    return this.file.path;
  }

  makeDurable(): void {
    this.file.makeDurable();
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  find(name: string): StoredCollection | undefined {
    return this.collections.get(name);
  }

  /** The collection of that name, created when there is none, as MongoDB does on a first write. */
  ensure(name: string): StoredCollection {
    const known = this.collections.get(name);
    if (known !== undefined) return known;
    return this.write(() => {
      const created = this.open(this.catalog.addCollection(name));
      created.create();
      this.collections.set(name, created);
      return created;
    });
  }

  drop(name: string): boolean {
    const collection = this.collections.get(name);
    if (collection === undefined) return false;
    this.write(() => {
      collection.drop();
      this.collections.delete(name);
    });
    return true;
  }

  /**
   * Runs a write as one transaction; a write within it joins it. The refusal of a document keeps
   * what was written before it, as MongoDB does; any other error leaves nothing.
   */
  write<Result>(work: () => Result): Result {
    if (this.writing) return work();
    this.writing = true;
    try {
      const settled = this.file.transaction(() => this.settle(work));
      if ('refusal' in settled) throw settled.refusal;
      return settled.result;
    } catch (error) {
      if (!isRefusal(error)) this.load();
      throw error;
    } finally {
      this.writing = false;
    }
  }

  private settle<Result>(work: () => Result): { result: Result } | { refusal: unknown } {
    try {
      return { result: work() };
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      return { refusal };
    } finally {
      this.saveCounts();
    }
  }

  private saveCounts(): void {
    for (const { record, documents } of this.collections.values()) {
      if (documents === record.documents) continue;
      this.catalog.setDocuments(record.id, documents);
      record.documents = documents;
    }
  }

  close(): void {
    this.file.close();
  }
}
