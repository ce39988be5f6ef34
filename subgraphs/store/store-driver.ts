import mongoose from 'mongoose';
import { EmbeddedClient } from './embedded-client';
import { parseAddress } from './store-address';

/** What mongoose's own connection class has beyond its public type. */
interface DriverConnection {
  createClient(uri: string, options?: Record<string, unknown>): Promise<unknown>;
}

type Constructor = new (...parameters: unknown[]) => DriverConnection & Record<string, unknown> & { onOpen(): void };

const nativeDriver = (mongoose as unknown as { driver: { get(): { Connection: Constructor } } }).driver.get();

/** A mongoose connection that opens `embedded:` addresses itself and leaves all others to MongoDB's driver. */
class StoreConnection extends nativeDriver.Connection {
  override async createClient(uri: string, options: Record<string, unknown> = {}): Promise<unknown> {
    const address = parseAddress(uri);
    if (address.kind === 'mongodb') return super.createClient(uri, options);
    const database = String(options.dbName);
    this.readyState = mongoose.ConnectionStates.connecting;
    this._connectionString = uri;
    const durable = options.durable === true;
    const client = await EmbeddedClient.open({ directory: address.directory, database, durable });
    Object.assign(this, { client, db: client.db(), name: database, $dbName: database });
    this.onOpen();
    return this;
  }
}

/** Makes mongoose open embedded addresses too; the store's only change to the mongoose that the process shares. */
export function installDriver(): void {
  const installed = (mongoose as unknown as { __driver?: { Connection?: unknown } }).__driver;
  if (installed?.Connection !== StoreConnection) mongoose.setDriver({ ...nativeDriver, Connection: StoreConnection });
}
