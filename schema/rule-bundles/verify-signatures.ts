import { flattenedVerify, importJWK } from 'jose';
import { z } from 'zod';
import { type RootKey, type RootKeys, thumbprintOf } from './root-keys';
import { type Signed, type SignedType, textOf } from './signed';

// INVARIANT: a header says these three and nothing else: no extension (crit, b64), no key that it brings along.
const plainHeader = z.strictObject({ alg: z.literal('EdDSA'), typ: z.string(), kid: z.string() });

/**
 * The parties whose root keys signed a payload as what it is, each once. A signature that does not verify, of
 * another type, by another algorithm or by no pinned key counts for nothing.
 */
export async function signersOf(
  { payload, signatures }: Signed,
  type: SignedType,
  keys: RootKeys,
): Promise<Set<string>> {
  const pinned = await byThumbprint(keys);
  const parties = new Set<string>();
  for (const signature of signatures) {
    const signer = namedSigner(signature.protected, type, pinned);
    if (!signer || parties.has(signer.party)) continue;
    if (await verifies({ payload, ...signature }, signer)) parties.add(signer.party);
  }
  return parties;
}

/** A payload with the signatures that count, one of each party; undefined where none does. */
export async function withCountingSignatures(
  { payload, signatures }: Signed,
  type: SignedType,
  keys: RootKeys,
): Promise<Signed | undefined> {
  const counting = new Map<string, Signed['signatures'][number]>();
  for (const signature of signatures)
    for (const party of await signersOf({ payload, signatures: [signature] }, type, keys))
      if (!counting.has(party)) counting.set(party, signature);
  return counting.size > 0 ? { payload, signatures: [...counting.values()] } : undefined;
}

async function byThumbprint(keys: RootKeys): Promise<Map<string, RootKey>> {
  const named = [...keys.values()].map(async (pinned) => [await thumbprintOf(pinned.key), pinned] as const);
  return new Map(await Promise.all(named));
}

/** The pinned key that a header names, if it is a header of what is looked at. */
function namedSigner(encoded: string, type: SignedType, pinned: ReadonlyMap<string, RootKey>): RootKey | undefined {
  try {
    const { typ, kid } = plainHeader.parse(JSON.parse(textOf(encoded)));
    return typ === type ? pinned.get(kid) : undefined;
  } catch {
    return undefined;
  }
}

type OneSignature = Signed['signatures'][number] & Pick<Signed, 'payload'>;

/** INVARIANT: the key is the pinned one and the algorithm EdDSA, whatever the header says. */
async function verifies(signature: OneSignature, { key }: RootKey): Promise<boolean> {
  try {
    await flattenedVerify(signature, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
    return true;
  } catch {
    return false;
  }
}
