import { type FlattenedJWS, flattenedVerify, importJWK } from 'jose';
import { type RootKeys, thumbprintOf } from './root-keys';
import type { Signed, SignedType } from './signed';

/**
 * The parties whose root keys signed a payload as what it is. A signature that does not verify, of another
 * type, by another algorithm or by no pinned key counts for nothing.
 */
export async function signersOf(
  { payload, signatures }: Signed,
  type: SignedType,
  keys: RootKeys,
): Promise<Set<string>> {
  const parties = new Set<string>();
  for (const signature of signatures) {
    const party = await signerOf({ payload, ...signature }, type, keys);
    if (party) parties.add(party);
  }
  return parties;
}

async function signerOf(jws: FlattenedJWS & { protected: string }, type: SignedType, keys: RootKeys) {
  try {
    const { kid } = JSON.parse(Buffer.from(jws.protected, 'base64url').toString('utf8')) as { kid?: unknown };
    const pinned = await pinnedKey(kid, keys);
    if (!pinned) return undefined;
    // INVARIANT: the key is the pinned one, the algorithm EdDSA; extensions (crit, b64) are known to nobody here.
    const key = await importJWK(pinned.key, 'EdDSA');
    const { protectedHeader } = await flattenedVerify(jws, key, { algorithms: ['EdDSA'] });
    const plain = protectedHeader?.crit === undefined && protectedHeader?.typ === type;
    return plain ? pinned.party : undefined;
  } catch {
    return undefined;
  }
}

async function pinnedKey(kid: unknown, keys: RootKeys) {
  for (const pinned of keys.values()) if ((await thumbprintOf(pinned.key)) === kid) return pinned;
  return undefined;
}
