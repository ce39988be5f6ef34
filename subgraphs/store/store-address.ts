import { isAbsolute } from 'node:path';

/** An address that names no store. */
export class StoreAddressError extends Error {
  override readonly name = 'StoreAddressError';
  readonly code = 'STORE_ADDRESS_INVALID';

  constructor(problem: string) {
    super(
      `STORE_ADDRESS_INVALID: ${problem}; use embedded:/absolute/directory, mongodb://host/ or mongodb+srv://host/`,
    );
  }
}

/** What an address leads to. */
export type StoreAddress = { kind: 'embedded'; directory: string } | { kind: 'mongodb' };

/** Reads an address; the error does not repeat it, as it may hold a password. */
export function parseAddress(address: string): StoreAddress {
  if (/^mongodb(\+srv)?:\/\/./.test(address)) return { kind: 'mongodb' };
  if (!address.startsWith('embedded:')) throw new StoreAddressError('the address has no known scheme');
  const directory = address.slice('embedded:'.length);
  if (!isAbsolute(directory)) throw new StoreAddressError('the embedded directory is not absolute');
  return { kind: 'embedded', directory };
}

/** Refuses a database name that MongoDB would refuse or that would leave the directory. */
export function checkDatabaseName(database: string): string {
  if (/^[\w-]{1,63}$/.test(database)) return database;
  throw new StoreAddressError('a database name is 1 to 63 letters, digits, hyphens and underscores');
}
