import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import { EmbeddedCollection } from './embedded-collection';
import { EmbeddedCursor } from './embedded-cursor';
import { checkOptions } from './operation-options';
import { refuseMissingMethods } from './refused-methods';
import type { StoredDatabase } from './stored-database';
import { unsupported } from './unsupported';

/** The driver's Db over the embedded store: what it lacks is refused by name. */
export class EmbeddedDatabase {
  constructor(private readonly stored: StoredDatabase) {}

  get databaseName(): string {
    return this.stored.name;
  }

  collection(name: string): EmbeddedCollection {
    return new EmbeddedCollection(this.stored, name);
  }

  async createCollection(name: string, options?: Document): Promise<EmbeddedCollection> {
    checkOptions('createCollection', options, ['autoIndexId', 'autoIndex', 'autoCreate']);
    this.stored.ensure(name);
    return this.collection(name);
  }

  async dropCollection(name: string): Promise<boolean> {
    return this.stored.drop(name);
  }

  async dropDatabase(): Promise<boolean> {
    for (const name of this.stored.names()) this.stored.drop(name);
    return true;
  }

  listCollections(filter: Document = {}): EmbeddedCursor {
    const names = this.stored.names().filter((name) => filter.name === undefined || filter.name === name);
    return new EmbeddedCursor(() => names.map((name) => ({ name, type: 'collection' })));
  }

  async collections(): Promise<EmbeddedCollection[]> {
    return this.stored.names().map((name) => this.collection(name));
  }

  async command(command: Document): Promise<Document> {
    const name = Object.keys(command)[0] ?? '';
    return name === 'ping' ? this.ping() : unsupported(`the command ${name}`);
  }

  admin(): { ping(): Promise<Document>; command(command: Document): Promise<Document> } {
    return { ping: async () => this.ping(), command: (command) => this.command(command) };
  }

  private ping(): Document {
    this.stored.names();
    return { ok: 1 };
  }
}

refuseMissingMethods(EmbeddedDatabase.prototype, mongoose.mongo.Db.prototype, 'db');
