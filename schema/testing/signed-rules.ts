import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Bundle } from '../rule-bundles/bundle';
import { type HeldBundle } from '../rule-bundles/hold-bundle';
import { type OwnerPart, PART_FORMAT } from '../rule-bundles/owner-part';
import type { RootKey } from '../rule-bundles/root-keys';
import { signContent, togetherSigned } from '../rule-bundles/sign';
import type { Signed } from '../rule-bundles/signed';

/** When tests hold bundles. */
export const HELD_AT = new Date('2026-01-15T12:00:00Z');

/** Parties with root keys, and whatever they sign. */
export class Signatories {
  private constructor(readonly keys: ReadonlyMap<string, JWK>) {}

  static async of(...parties: readonly string[]): Promise<Signatories> {
    const pairs = await Promise.all(parties.map(async (party) => [party, await newRootKey()] as const));
    return new Signatories(new Map(pairs));
  }

  /** What a point pins. */
  rootKeys(): Map<string, RootKey> {
    return new Map([...this.keys].map(([party, { x }]) => [party, rootKeyOf(party, x as string)]));
  }

  /** A point that holds nothing yet. */
  nothingHeld(): HeldBundle {
    return { rootKeys: this.rootKeys(), parts: new Map(), keyChanges: [], highest: new Map() };
  }

  /** Content signed by parties together. */
  async sign(content: unknown, by: readonly string[], type: Parameters<typeof signContent>[1] = 'pasarela-rules+jws') {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return togetherSigned(await Promise.all(by.map((party) => signContent(text, type, this.keys.get(party) as JWK))));
  }

  /** A part of a party, signed by it. */
  part(owner: string, number: number, changes: Partial<OwnerPart> = {}): Promise<Signed> {
    return this.sign(partOf(owner, number, changes), [owner]);
  }
}

/** A root key as it is pinned. */
export const rootKeyOf = (party: string, x: string, number = 1): RootKey => ({
  party,
  number,
  key: { kty: 'OKP', crv: 'Ed25519', x },
  development: true,
});

/** A new private root key. */
export async function newRootKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

/** What an owner signs, changed as a test needs it. */
export const partOf = (owner: string, number: number, changes: Partial<OwnerPart> = {}): OwnerPart => ({
  format: PART_FORMAT,
  owner,
  number,
  issuedAt: '2026-01-15T11:00:00.000Z',
  maxStalenessSeconds: 900,
  labels: {},
  documents: [],
  ...changes,
});

/** A bundle of parts. */
export const bundleOf = (parts: Record<string, unknown>, keyChanges: readonly unknown[] = []): Bundle =>
  ({ parts, keyChanges }) as unknown as Bundle;
