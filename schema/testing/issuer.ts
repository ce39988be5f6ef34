import { KeyObject } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import type { TrustStore } from '../identity/trust-store';

/** The instant at which tests of tokens happen. */
export const TOKEN_INSTANT = new Date('2026-01-15T12:00:00Z');
const SECONDS = TOKEN_INSTANT.getTime() / 1000;

/** An issuer that a test makes, with the trust store that knows it. */
export interface TestIssuer {
  readonly url: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** The private key, where is signed without waiting. */
  readonly signer: KeyObject;
  readonly publicKey: CryptoKey;
  readonly trust: TrustStore;
}

/** Makes an issuer of a party with a key of its own. */
export async function makeIssuer(
  party = 'PAN',
  url = `https://issuer.${party.toLowerCase()}.example/`,
): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = `${party}-1`;
  const { x } = await exportJWK(publicKey);
  const key = { kty: 'OKP' as const, crv: 'Ed25519' as const, x: x as string, kid };
  const trust = new Map([[url, { party, issuer: url, development: false, keys: [key] }]]);
  return { url, kid, privateKey, signer: KeyObject.from(privateKey), publicKey, trust };
}

/** The claims of a token that is valid for an hour at the tests' instant. */
export const VALID_CLAIMS = {
  sub: 'somebody',
  aud: 'pasarela',
  iat: SECONDS - 60,
  exp: SECONDS + 3600,
  jti: 'one',
  agency: 'SNM',
  roles: ['ANALYST'],
  purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
  assurance: 2,
};

/** What a test changes in a token; a claim that is undefined is left out. */
export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: CryptoKey;
}

/** Signs a token of an issuer, valid unless something is changed. */
export function tokenOf(
  { url, kid, privateKey }: TestIssuer,
  { claims, header, key }: TokenChanges = {},
): Promise<string> {
  return new SignJWT({ iss: url, ...VALID_CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid, ...header })
    .sign(key ?? privateKey);
}
