import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../rule-bundles/write-durably';

const publicKey = z
  .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() })
  .refine((key) => !('d' in key), 'must not hold a private key');

const trustedIssuer = z.strictObject({
  party: z.string().regex(/^[A-Z]{3,12}$/),
  issuer: z.url(),
  /** An issuer of a developer's machine; production refuses it. */
  development: z.boolean().default(false),
  keys: z.array(publicKey).min(1),
});

/** An issuer, the one party that it may speak for, and its public keys. */
export type TrustedIssuer = z.infer<typeof trustedIssuer>;

/** The issuers that an enforcement point trusts, by their `iss`. */
export type TrustStore = ReadonlyMap<string, TrustedIssuer>;

/** Reads trusted issuers from a JSON file; each issuer is bound to one party. Throws with the file's name. */
export function readTrustStore(file: string): TrustStore {
  const parsed = z.array(trustedIssuer).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success)
    throw new Error(`${file}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return new Map(parsed.data.map((issuer) => [issuer.issuer, issuer]));
}

/** Writes trusted issuers, whole or not at all. */
export const writeTrustStore = (file: string, trust: TrustStore): void =>
  writeDurably(file, `${JSON.stringify([...trust.values()], null, 2)}\n`);

/** The names of trusted issuers that belong to a developer's machine. */
export const developmentIssuers = (trust: TrustStore): string[] =>
  [...trust.values()].filter(({ development }) => development).map(({ issuer }) => issuer);
