import path from 'node:path';
import { readKeyFile } from '@pasarela/schema/identity/key-files';
import { thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Teller } from './teller';
import { writeNewFile } from './write-new-file';

/** The two private keys of a party: with one it signs its rules, with the other its issuer signs tokens. */
export interface PartyKeys {
  readonly root: JWK;
  readonly issuer: JWK;
}

/** Where a party keeps its private keys under the folder that it named. */
export const partyKeyFile = (folder: string, party: string, use: 'root' | 'issuer'): string =>
  path.join(folder, 'keys', `${party.toLowerCase()}.${use}.private.jwk.json`);

/** Makes the keys that a party does not have yet. INVARIANT: a key that is there stays. */
export async function ensurePartyKeys(folder: string, party: string, teller: Teller): Promise<PartyKeys> {
  return {
    root: await ensureKey(partyKeyFile(folder, party, 'root'), teller),
    issuer: await ensureKey(partyKeyFile(folder, party, 'issuer'), teller),
  };
}

async function ensureKey(file: string, teller: Teller): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const made = await exportJWK(privateKey);
  const named = { ...made, kid: await thumbprintOf(made) };
  const isNew = await writeNewFile(file, `${JSON.stringify(named, null, 2)}\n`);
  teller.say(isNew ? 'keyMade' : 'keyKept', { file });
  return readKeyFile(file);
}
