import { EventEmitter } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { EmbeddedDatabase } from './embedded-database';
import { refuseMissingMethods } from './refused-methods';
import { StoredDatabase } from './stored-database';
import { unsupported } from './unsupported';

/** Where an embedded store is, and whether each write must be on the disk before it is acknowledged. */
export interface EmbeddedLocation {
  directory: string;
  database: string;
  durable: boolean;
}

interface Shared {
  stored: StoredDatabase;
  users: number;
}

// A file is open once in a process, however many connections use it; one that asks for durable writes decides for all.
const open = new Map<string, Shared>();

function acquire(path: string, { database, durable }: EmbeddedLocation): StoredDatabase {
  const shared = open.get(path) ?? { stored: new StoredDatabase(database, path, { durable }), users: 0 };
  shared.users++;
  if (durable) shared.stored.makeDurable();
  open.set(path, shared);
  return shared.stored;
}

function release(path: string): void {
  const shared = open.get(path);
  if (shared === undefined || --shared.users > 0) return;
  open.delete(path);
  shared.stored.close();
}

/** The driver's MongoClient over one embedded file: what it lacks is refused by name. */
export class EmbeddedClient extends EventEmitter {
  private closed = false;

  private constructor(private readonly stored: StoredDatabase) {
    super();
  }

  /** Opens the file, creating it and its directory when there are none. */
  static async open(location: EmbeddedLocation): Promise<EmbeddedClient> {
    await mkdir(location.directory, { recursive: true });
    return new EmbeddedClient(acquire(join(location.directory, `${location.database}.sqlite`), location));
  }

  db(name = this.stored.name): EmbeddedDatabase {
    if (name !== this.stored.name) unsupported('a second database on one connection');
    return new EmbeddedDatabase(this.stored);
  }

  async connect(): Promise<this> {
    return this;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    release(this.stored.path);
  }

  startSession(): never {
    return unsupported('sessions and transactions');
  }

  withSession(): never {
    return unsupported('sessions and transactions');
  }
}

refuseMissingMethods(EmbeddedClient.prototype, mongoose.mongo.MongoClient.prototype, 'client');
