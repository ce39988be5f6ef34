import { createPublicKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { formatNoteKey, noteKeyOf } from '@pasarela/schema/evidence/notes/note-key';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import type { TrustedIssuer } from '@pasarela/schema/identity/trust-store';
import type { RootKey } from '@pasarela/schema/rule-bundles/root-keys';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { DEVELOPMENT_PARTIES, developmentIssuerUrl } from './personas';

/** Length of the key that the gateway shares with one subgraph. */
export const PAIRWISE_BYTES = 32;
/** Length of a subgraph's key for opaque ids (AES-256-SIV). */
export const ID_KEY_BYTES = 64;

/**
 * Makes what a developer's machine needs and does not have yet: a development issuer and a development root
 * key for each party, the gateway's signing key, a key for each enforcement point, a pairwise key and an id
 * key for each subgraph. Existing keys stay.
 */
export async function ensureDevelopmentKeys(dataDirectory: string, subgraphs: readonly string[]): Promise<void> {
  await ensureMachineKeys(dataDirectory, subgraphs);
  for (const party of DEVELOPMENT_PARTIES) {
    await ensureKeyPair(keyFiles.developmentIssuer(dataDirectory, party), `development-${party}`);
    await ensureKeyPair(keyFiles.developmentRoot(dataDirectory, party), `development-root-${party}`);
  }
  if (!existsSync(keyFiles.rootKeys(dataDirectory)))
    writeJson(
      keyFiles.rootKeys(dataDirectory),
      DEVELOPMENT_PARTIES.map((party) => developmentRootKey(dataDirectory, party)),
    );
  const issuersFile = keyFiles.issuers(dataDirectory);
  if (!existsSync(issuersFile))
    writeJson(
      issuersFile,
      DEVELOPMENT_PARTIES.map((party) => trustedIssuer(dataDirectory, party)),
    );
}

/** Makes the keys that the parts of one machine know each other by, where they do not have them yet. */
export async function ensureMachineKeys(dataDirectory: string, subgraphs: readonly string[]): Promise<void> {
  await ensureGatewayKey(dataDirectory);
  for (const subgraph of subgraphs) {
    ensureSecret(keyFiles.pairwise(dataDirectory, subgraph), PAIRWISE_BYTES);
    ensureSecret(keyFiles.ids(dataDirectory, subgraph), ID_KEY_BYTES);
  }
  await ensurePointKeys(dataDirectory, [GATEWAY_NAME, ...subgraphs]);
  for (const log of [GATEWAY_NAME, ...subgraphs]) await ensureEvidenceKey(dataDirectory, log);
}

/** The key of a log of evidence, and beside it the public key for whoever verifies. */
async function ensureEvidenceKey(dataDirectory: string, log: string): Promise<void> {
  const file = keyFiles.evidence(dataDirectory, log);
  await ensureKeyPair(file, log);
  const publicKey = createPublicKey({ key: readKeyFile(file) as never, format: 'jwk' });
  const publicFile = keyFiles.evidencePublic(dataDirectory, log);
  if (!existsSync(publicFile)) writePrivately(publicFile, `${formatNoteKey(noteKeyOf(log, publicKey))}\n`);
}

/** A key for each enforcement point, with which it asks for rules; their public parts are pinned together. */
async function ensurePointKeys(dataDirectory: string, points: readonly string[]): Promise<void> {
  for (const point of points) await ensureKeyPair(keyFiles.point(dataDirectory, point), point);
  const publicKeys = points.map((point) => [point, publicPart(readKeyFile(keyFiles.point(dataDirectory, point)))]);
  writeJson(keyFiles.points(dataDirectory), Object.fromEntries(publicKeys));
}

function developmentRootKey(dataDirectory: string, party: string): RootKey {
  const { kty, crv, x } = readKeyFile(keyFiles.developmentRoot(dataDirectory, party));
  return { party, number: 1, key: { kty, crv, x } as RootKey['key'], development: true };
}

async function ensureGatewayKey(dataDirectory: string): Promise<void> {
  const file = keyFiles.gatewayPrivate(dataDirectory);
  await ensureKeyPair(file, 'gateway');
  if (!existsSync(keyFiles.gatewayPublic(dataDirectory)))
    writeJson(keyFiles.gatewayPublic(dataDirectory), publicPart(readKeyFile(file)));
}

/** Makes a key file where there is none. */
export async function ensureKeyPair(file: string, kid: string): Promise<void> {
  if (existsSync(file)) return;
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid };
  // Somebody may have made one meanwhile, and be signing with it.
  if (!existsSync(file)) writeJson(file, jwk);
}

function trustedIssuer(dataDirectory: string, party: string): TrustedIssuer {
  const key = publicPart(readKeyFile(keyFiles.developmentIssuer(dataDirectory, party)));
  return {
    party,
    issuer: developmentIssuerUrl(party),
    development: true,
    keys: [key as TrustedIssuer['keys'][number]],
  };
}

function publicPart({ kty, crv, x, kid }: JWK): JWK {
  return { kty, crv, x, kid } as JWK;
}

function ensureSecret(file: string, bytes: number): void {
  if (!existsSync(file)) writePrivately(file, randomBytes(bytes).toString('base64url'));
}

const writeJson = (file: string, content: unknown): void =>
  writePrivately(file, `${JSON.stringify(content, null, 2)}\n`);

/** Written beside and renamed, so that a start that is cut off leaves no half key; readable by the owner alone. */
function writePrivately(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, file);
}
