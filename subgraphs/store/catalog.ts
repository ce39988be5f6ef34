import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import type { IndexDefinition } from './index-definition';
import type { SqliteFile } from './sqlite-file';

const { EJSON } = mongoose.mongo.BSON;

/** What the file knows of a collection. */
export interface CollectionRecord {
  id: number;
  name: string;
  documents: number;
}

/** What the file knows of an index; `manifold` once any document gave it more than one key. */
export interface IndexRecord {
  id: number;
  definition: IndexDefinition;
  manifold: boolean;
}

/** The tables that say which collections and indexes a file holds. */
export class Catalog {
  constructor(private readonly file: SqliteFile) {
    const tables = `
      CREATE TABLE IF NOT EXISTS collections (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS indexes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, definition TEXT NOT NULL,
        manifold INTEGER NOT NULL)`;
    file.transaction(() => file.execute(tables));
  }

  collections(): CollectionRecord[] {
    return this.file.all<CollectionRecord>('SELECT id, name, documents FROM collections ORDER BY id');
  }

  addCollection(name: string): CollectionRecord {
    const { row } = this.file.run('INSERT INTO collections (name, documents) VALUES (?, 0)', name);
    return { id: row, name, documents: 0 };
  }

  removeCollection(id: number): void {
    this.file.run('DELETE FROM indexes WHERE collection = ?', id);
    this.file.run('DELETE FROM collections WHERE id = ?', id);
  }

  setDocuments(id: number, documents: number): void {
    this.file.run('UPDATE collections SET documents = ? WHERE id = ?', documents, id);
  }

  indexes(collection: number): IndexRecord[] {
    const sql = 'SELECT id, definition, manifold FROM indexes WHERE collection = ? ORDER BY id';
    return this.file.all<{ id: number; definition: string; manifold: number }>(sql, collection).map((record) => ({
      id: record.id,
      definition: EJSON.parse(record.definition) as unknown as IndexDefinition,
      manifold: record.manifold === 1,
    }));
  }

  addIndex(collection: number, definition: IndexDefinition): IndexRecord {
    const text = EJSON.stringify(definition as unknown as Document);
    const sql = 'INSERT INTO indexes (collection, definition, manifold) VALUES (?, ?, 0)';
    return { id: this.file.run(sql, collection, text).row, definition, manifold: false };
  }

  removeIndex(id: number): void {
    this.file.run('DELETE FROM indexes WHERE id = ?', id);
  }

  setManifold(id: number): void {
    this.file.run('UPDATE indexes SET manifold = 1 WHERE id = ?', id);
  }
}
