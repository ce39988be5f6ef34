/** What an owner knows of somebody when it decides for whom to enrol them. It never leaves the owner. */
export interface EnrollablePerson {
  readonly nationality: string | null;
  readonly claimedNationalities: ReadonlyArray<string | null> | null;
  readonly habitualResidence: string | null;
  readonly minor: boolean | null;
  readonly victim: boolean | null;
  readonly claimant: boolean | null;
}

/**
 * Whether a party may find somebody at all. The same as the guardrails G-PROBE-EXCLUDED and
 * G-PROBE-COUNTRY-OF-ORIGIN say of rows (a test compares them), applied before anything is enrolled.
 *
 * INVARIANT: what is unknown excludes. Whom a party may not find has no token of theirs anywhere, so a probe for
 * them is in every respect a probe for nobody.
 */
export function mayBeFound(person: EnrollablePerson, asking: string): boolean {
  return isNeverExcluded(person) && isFrom(person, asking) === false;
}

const isNeverExcluded = ({ minor, victim, claimant }: EnrollablePerson): boolean =>
  minor === false && victim === false && claimant === false;

/** Whether the party is one that the person left, or may be; null where nobody knows. */
function isFrom(person: EnrollablePerson, party: string): boolean | null {
  const { nationality, claimedNationalities, habitualResidence } = person;
  if (nationality === null || habitualResidence === null || claimedNationalities === null) return null;
  if (claimedNationalities.includes(null)) return null;
  return [nationality, habitualResidence, ...claimedNationalities].includes(party);
}
