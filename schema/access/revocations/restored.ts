import { nameOf, type Revocation } from './revocation';

/** The revocations that a change takes back, in whole or in part: whoever they named is let in again. */
export function restoredBy(before: readonly Revocation[], after: readonly Revocation[]): Revocation[] {
  return before.filter((old) => !after.some((one) => nameOf(one) === nameOf(old) && revokesAsMuch(one, old)));
}

function revokesAsMuch(one: Revocation, old: Revocation): boolean {
  if (one.kind === 'KEY' || old.kind === 'KEY') return one.kind === old.kind;
  if (one.tokensBefore === undefined) return true;
  return old.tokensBefore !== undefined && one.tokensBefore >= old.tokensBefore;
}
