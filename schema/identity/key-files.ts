import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CryptoKey, importJWK, type JWK } from 'jose';

/** Where keys and trusted issuers stand under the data directory. One place for these names. */
export const keyFiles = {
  issuers: (data: string) => path.join(data, 'trust', 'issuers.json'),
  rootKeys: (data: string) => path.join(data, 'trust', 'root-keys.json'),
  /** A folder for each enforcement point, of the rules that it holds. */
  heldRules: (data: string) => path.join(data, 'rules-held'),
  outbound: (data: string) => path.join(data, 'trust', 'outbound.json'),
  points: (data: string) => path.join(data, 'trust', 'points.json'),
  point: (data: string, point: string) => path.join(data, 'keys', 'points', `${point}.private.jwk.json`),
  developmentRoot: (data: string, party: string) =>
    path.join(data, 'keys', 'development-roots', `${party}.private.jwk.json`),
  gatewayPublic: (data: string) => path.join(data, 'trust', 'gateway.public.jwk.json'),
  gatewayPrivate: (data: string) => path.join(data, 'keys', 'gateway.private.jwk.json'),
  pairwise: (data: string, subgraph: string) => path.join(data, 'keys', 'pairwise', `${subgraph}.key`),
  evidence: (data: string, log: string) => path.join(data, 'keys', 'evidence', `${log}.private.jwk.json`),
  /** The next key of a log that goes on from an older copy, until everything of it is in its place. */
  nextEvidence: (data: string, log: string) => path.join(data, 'keys', 'evidence', `${log}.next.private.jwk.json`),
  /** A key that a log signed with before it went on from an older copy. */
  formerEvidence: (data: string, log: string, keyId: string) =>
    path.join(data, 'keys', 'evidence', `${log}.former-${keyId}.private.jwk.json`),
  /** The public key of a log of evidence, in the form that `npm run verify -- --key` takes. */
  evidencePublic: (data: string, log: string) => path.join(data, 'evidence', `${log}.key`),
  /** Checkpoints of a log that somebody else kept, put there by the operator. */
  heldCheckpoints: (data: string, log: string) => path.join(data, 'evidence', 'held', log),
  ids: (data: string, subgraph: string) => path.join(data, 'keys', 'ids', `${subgraph}.key`),
  /** The key of a client on a developer's machine, to which its tokens are bound. */
  client: (data: string, client: string) => path.join(data, 'clients', `${client}.private.jwk.json`),
  developmentIssuer: (data: string, party: string) =>
    path.join(data, 'keys', 'development-issuers', `${party}.private.jwk.json`),
} as const;

/** Reads an Ed25519 key from a JWK file. Throws one line that names the file. */
export async function readSigningKey(file: string): Promise<CryptoKey> {
  return (await importJWK(readKeyFile(file), 'EdDSA')) as CryptoKey;
}

/** Reads a private Ed25519 key, to sign with it at once, without waiting. Throws one line that names the file. */
export function readPrivateKey(file: string): KeyObject {
  const key = privateKeyOf(readKeyFile(file));
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new Error(`The key file ${file} holds no private Ed25519 key. In development npm start makes it.`);
}

function privateKeyOf(key: JWK): KeyObject | undefined {
  try {
    return createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** Reads a JWK file. */
export function readKeyFile(file: string): JWK {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch {
    throw new Error(`The key file ${file} is missing or unreadable. In development npm start makes it.`);
  }
}

/** Reads a symmetric key of a known length from a base64url file. */
export function readSecret(file: string, bytes: number): Uint8Array {
  const secret = Buffer.from(readText(file), 'base64url');
  if (secret.length !== bytes) throw new Error(`The key file ${file} does not hold ${bytes} bytes.`);
  return secret;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`The key file ${file} is missing or unreadable. In development npm start makes it.`);
  }
}
