/** Somebody of a party who is refused: always, or with a token that was issued before an instant. */
export interface RevokedPerson {
  readonly kind: 'PERSON';
  readonly party: string;
  /** The issuer's own name for the person or service. */
  readonly person: string;
  /** UTC milliseconds; all tokens when absent. */
  readonly tokensBefore?: number | undefined;
}

/** A key of a party's issuer whose signatures count no more. */
export interface RevokedKey {
  readonly kind: 'KEY';
  readonly party: string;
  readonly issuer: string;
  readonly key: string;
}

/** What a party took back besides agreements, whose grants are simply gone. */
export type Revocation = RevokedPerson | RevokedKey;

/** Revocations by what they name. */
export type RevocationIndex = ReadonlyMap<string, readonly Revocation[]>;

/** Indexes revocations, so that a request looks two of them up and no more. */
export function indexRevocations(revocations: readonly Revocation[]): RevocationIndex {
  const index = new Map<string, Revocation[]>();
  for (const revocation of revocations) {
    const name = nameOf(revocation);
    index.set(name, [...(index.get(name) ?? []), revocation]);
  }
  return index;
}

/** The name under which revocations of one person or key are found. */
export const nameOf = (one: Pick<RevokedPerson, 'kind' | 'party' | 'person'> | RevokedKey): string =>
  JSON.stringify(
    one.kind === 'PERSON' ? [one.kind, one.party, one.person] : [one.kind, one.party, one.issuer, one.key],
  );
