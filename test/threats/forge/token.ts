import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import type { JWK } from 'jose';
import type { Stage } from '../attack';

/** A token's parts as an attacker writes them. `undefined` leaves a claim or header out. */
export interface TokenParts {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS of any header and claims. @param signer makes the signature of `header.claims`. */
export function compactToken({ header, claims }: TokenParts, signer: (input: string) => Uint8Array): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${Buffer.from(signer(input)).toString('base64url')}`;
}

/** A signer with an Ed25519 key. */
export function ed25519(jwk: JWK): (input: string) => Uint8Array {
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' });
  return (input) => sign(null, Buffer.from(input), key);
}

/** A development issuer's private key: what a malicious party holds of its own. */
export const issuerKey = ({ dataDirectory }: Stage, party: string): JWK =>
  readKeyFile(keyFiles.developmentIssuer(dataDirectory, party));

/** Claims that the issuer of a party could rightly make of an analyst, with changes. */
export function analystClaims(stage: Stage, party: string, changes: Record<string, unknown> = {}) {
  const now = Math.floor((Date.now() + stage.clock.aheadMs) / 1000);
  return {
    iss: `https://development-issuer.${party.toLowerCase()}.invalid/`,
    sub: `analyst.${party.toLowerCase()}`,
    aud: 'pasarela',
    iat: now,
    exp: now + 3600,
    jti: randomUUID(),
    agency: { COL: 'MIGRACION_COLOMBIA', PAN: 'SNM', USA: 'DHS' }[party],
    roles: ['ANALYST'],
    purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
    assurance: 2,
    ...changes,
  };
}

/** A token signed with the true key of a party's issuer, its claims or header changed. */
export function signedToken(stage: Stage, party: string, { claims, header }: TokenParts = {}): string {
  const key = issuerKey(stage, party);
  return compactToken(
    { header: { alg: 'EdDSA', kid: key.kid, ...header }, claims: analystClaims(stage, party, claims) },
    ed25519(key),
  );
}
