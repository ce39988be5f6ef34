import { createHash, createPrivateKey, type JsonWebKey, sign } from 'node:crypto';
import type { JWK } from 'jose';
import type { HeldBundle } from '../rule-bundles/held-bundle';
import { KEY_CHANGE_FORMAT, type KeyChange } from '../rule-bundles/key-change';
import { DEFAULT_MAX_STALENESS_SECONDS, type OwnerPart, PART_FORMAT } from '../rule-bundles/owner-part';
import { type RootKey, type RootKeys, thumbprintOf } from '../rule-bundles/root-keys';
import { signContent, togetherSigned } from '../rule-bundles/sign';
import type { Signed } from '../rule-bundles/signed';

/** The instant at which tests of bundles happen. */
export const BUNDLE_INSTANT = new Date('2026-01-15T12:00:00Z');

/** A party that signs in a test. */
export interface TestParty {
  readonly party: string;
  readonly privateKey: JWK;
  readonly key: RootKey['key'];
}

/** A start of a PKCS #8 text of an Ed25519 key; the 32 bytes of the key follow. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A party with a key that is made of its name: the same in every run. @param name of the key, where it is not the first. */
export function partyOf(party: string, name = party): TestParty {
  const seed = createHash('sha256').update(`a key of a test: ${name}`).digest();
  const pair = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const privateKey = pair.export({ format: 'jwk' }) as JWK;
  return { party, privateKey, key: { kty: 'OKP', crv: 'Ed25519', x: privateKey.x as string } };
}

/** The first root keys of parties, as an operator pins them. */
export function rootKeysOf(...parties: readonly TestParty[]): RootKeys {
  return new Map(parties.map(({ party, key }) => [party, { party, number: 1, key, development: false }]));
}

/** What a point holds on its first day. */
export function nothingHeld(rootKeys: RootKeys): HeldBundle {
  return { rootKeys, parts: new Map(), keyChanges: [], highest: new Map() };
}

/** A part of an owner with one document, changed as a test needs it. */
export function partOf(owner: string, number: number, changes: Partial<OwnerPart> = {}): OwnerPart {
  return {
    format: PART_FORMAT,
    owner,
    number,
    issuedAt: BUNDLE_INSTANT.toISOString(),
    maxStalenessSeconds: DEFAULT_MAX_STALENESS_SECONDS,
    labels: { 'Person.name': 'PERSONAL other' },
    documents: [{ name: `agreements/test.${owner.toLowerCase()}.yaml`, text: `# ${owner} ${number}\n` }],
    ...changes,
  };
}

/** A part as parties sign it. */
export function signedPart(part: unknown, ...parties: readonly TestParty[]): Promise<Signed> {
  return signedAs('pasarela-rules+jws', part, parties);
}

/** A change to another key of a party: its second, unless something is changed. */
export async function keyChangeOf(
  from: TestParty | undefined,
  to: TestParty,
  changes: Partial<KeyChange> = {},
): Promise<KeyChange> {
  return {
    format: KEY_CHANGE_FORMAT,
    party: to.party,
    number: from ? 2 : 1,
    key: to.key,
    replaces: from ? await thumbprintOf(from.key) : null,
    issuedAt: BUNDLE_INSTANT.toISOString(),
    development: false,
    ...changes,
  };
}

/** A key change as parties sign it. */
export function signedChange(change: unknown, ...parties: readonly TestParty[]): Promise<Signed> {
  return signedAs('pasarela-root-key+jws', change, parties);
}

async function signedAs(type: Parameters<typeof signContent>[1], content: unknown, parties: readonly TestParty[]) {
  const text = JSON.stringify(content);
  return togetherSigned(await Promise.all(parties.map(({ privateKey }) => signContent(text, type, privateKey))));
}

/** A signature as whoever holds a key can make it with any header: by no library, so that none refuses. */
export function rawSigned(header: unknown, content: unknown, { privateKey }: TestParty): Signed {
  const payload = base64urlOf(content);
  const protectedHeader = base64urlOf(header);
  const key = createPrivateKey({ key: privateKey as JsonWebKey, format: 'jwk' });
  const signature = sign(null, Buffer.from(`${protectedHeader}.${payload}`), key).toString('base64url');
  return { payload, signatures: [{ protected: protectedHeader, signature }] };
}

/** JSON, or text as it is, in base64url. */
export const base64urlOf = (content: unknown): string =>
  Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64url');
