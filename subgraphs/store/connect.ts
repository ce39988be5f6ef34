import mongoose from 'mongoose';
import { checkDatabaseName, parseAddress } from './store-address';
import { installDriver } from './store-driver';

/** An open store: its connection, on which domains define their models, and its end. */
export interface Store {
  connection: mongoose.Connection;
  /** Whether the store answers now; never throws. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Which store to open. */
export interface StoreOptions {
  /** `embedded:/absolute/directory`, `mongodb://...` or `mongodb+srv://...`. */
  address: string;
  database: string;
  /** Each write is flushed to the disk, or acknowledged by a majority of the journals, before it is answered. */
  durable?: boolean;
}

const SERVER_SELECTION_MS = 10_000;

/** Opens a store of its own connection; throws StoreAddressError on a bad address, and when nothing answers there. */
export async function openStore({ address, database, durable = false }: StoreOptions): Promise<Store> {
  const { kind } = parseAddress(address);
  const dbName = checkDatabaseName(database);
  installDriver();
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(
      address,
      kind === 'embedded' ? embedded(dbName, durable) : remote(address, dbName, durable),
    );
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw error;
  }
  return { connection, ready: () => answers(connection), close: () => connection.destroy().then(() => undefined) };
}

function embedded(dbName: string, durable: boolean): mongoose.ConnectOptions {
  return { dbName, durable } as mongoose.ConnectOptions;
}

// Options outrank what the address says, so a patience that the address states is left to it.
function remote(address: string, dbName: string, durable: boolean): mongoose.ConnectOptions {
  const patience = /serverSelectionTimeoutMS=/i.test(address) ? {} : { serverSelectionTimeoutMS: SERVER_SELECTION_MS };
  return { dbName, ...patience, ...(durable && { writeConcern: { w: 'majority' as const, journal: true } }) };
}

async function answers(connection: mongoose.Connection): Promise<boolean> {
  try {
    await connection.db?.admin().ping();
    return connection.readyState === mongoose.ConnectionStates.connected && connection.db !== undefined;
  } catch {
    return false;
  }
}
