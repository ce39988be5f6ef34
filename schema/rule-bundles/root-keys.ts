import { calculateJwkThumbprint, type JWK } from 'jose';
import { z } from 'zod';
import { isPartyCode } from '../labels/label';
import { base64url } from './base64url';
import { ownerCode } from './owner-part';

/** A public Ed25519 key. */
export const publicRootKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: base64url(43).length(43),
});
/** A public Ed25519 key. */
export type PublicRootKey = z.infer<typeof publicRootKey>;

/** The code of a party: of a government or an organisation, which alone has a key. */
export const partyCode = ownerCode.refine(isPartyCode, 'is no party');

/** The root key of one party, as an operator pinned it. */
export const rootKey = z.strictObject({
  party: partyCode,
  /** One more with each change of the key. */
  number: z.int().min(1),
  key: publicRootKey,
  /** A key of a developer's machine; production refuses it. */
  development: z.boolean().default(false),
});
/** The root key of one party. */
export type RootKey = z.infer<typeof rootKey>;
/** The root keys of all parties, by party. */
export type RootKeys = ReadonlyMap<string, RootKey>;

/** The name of a key: its thumbprint (RFC 7638). */
export const thumbprintOf = ({ kty, crv, x }: JWK): Promise<string> => calculateJwkThumbprint({ kty, crv, x } as JWK);

/**
 * Root keys together with those of parties that were pinned since.
 *
 * INVARIANT: adds parties and never replaces a key: that takes a key change. Nobody joins with another's key.
 */
export function withNewlyPinned(held: RootKeys, pinned: RootKeys): RootKeys {
  const taken = new Set([...held.values()].map(({ key }) => key.x));
  const joined = [...pinned].filter(([party, { key }]) => !held.has(party) && !taken.has(key.x));
  return joined.length === 0 ? held : new Map([...held, ...joined]);
}

/** How many of so many parties are more than half of them. */
export const majorityOf = (parties: number): number => Math.floor(parties / 2) + 1;
