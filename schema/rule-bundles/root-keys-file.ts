import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type RootKeys, rootKey } from './root-keys';
import { writeDurably } from './write-durably';

const rootKeysFile = z
  .array(rootKey)
  .min(1)
  .refine((keys) => new Set(keys.map(({ party }) => party)).size === keys.length, 'names a party twice')
  .refine((keys) => new Set(keys.map(({ key }) => key.x)).size === keys.length, 'gives two parties one key');

/** Reads the root keys that an operator pinned. @throws one line with the file's name. */
export function readRootKeys(file: string): RootKeys {
  const parsed = rootKeysFile.safeParse(contentOf(file));
  if (parsed.success) return new Map(parsed.data.map((key) => [key.party, key]));
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  throw new Error(`The root keys in ${file} cannot be used: ${where}${issue?.message}`);
}

/** Writes root keys after they changed by their own rules. */
export const writeRootKeys = (file: string, keys: RootKeys): void =>
  writeDurably(file, `${JSON.stringify([...keys.values()], null, 2)}\n`);

/** The parties whose root key is of a developer's machine. */
export const developmentRootKeys = (keys: RootKeys): string[] =>
  [...keys.values()].filter(({ development }) => development).map(({ party }) => party);

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The root keys in ${file} are missing or unreadable. In development npm start makes them.`);
  }
}
