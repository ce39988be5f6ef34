import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { readKeyFile } from '../key-files';
import type { PROOF_ALGORITHMS, PublicKey } from './proof-format';

/** The key that a client's tokens are bound to; the private part never leaves the client. */
export interface ClientKey {
  readonly algorithm: (typeof PROOF_ALGORITHMS)[number];
  readonly privateKey: CryptoKey;
  readonly publicKey: PublicKey;
}

/** Reads a client's key from a JWK file. @throws one line that names the file. */
export async function readClientKey(file: string): Promise<ClientKey> {
  const jwk = readKeyFile(file);
  return clientKeyOf(jwk).catch(() => {
    throw new Error(`The key file ${file} holds no private Ed25519 or P-256 key (JWK).`);
  });
}

/** A client's key from its private JWK. @throws when it is of another kind. */
export async function clientKeyOf(jwk: JWK): Promise<ClientKey> {
  const { kty, crv, x = '', y = '', d } = jwk;
  const isEd25519 = kty === 'OKP' && crv === 'Ed25519';
  const isP256 = kty === 'EC' && crv === 'P-256';
  if (d === undefined || !(isEd25519 || isP256)) throw new Error('not a private key of a client');
  const algorithm = isEd25519 ? 'EdDSA' : 'ES256';
  const publicKey: PublicKey = isEd25519 ? { kty: 'OKP', crv: 'Ed25519', x } : { kty: 'EC', crv: 'P-256', x, y };
  return { algorithm, publicKey, privateKey: (await importJWK(jwk, algorithm)) as CryptoKey };
}

/** The thumbprint of a public key (RFC 7638, SHA-256): what an issuer writes into `cnf.jkt`. */
export const thumbprintOf = (publicKey: PublicKey): Promise<string> => calculateJwkThumbprint(publicKey, 'sha256');
