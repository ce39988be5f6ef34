import type { TokenClaims } from './token-claims';

/** The purposes a request may state, in the order in which the page offers them. */
export const PURPOSES = [
  'STATISTICS',
  'MIGRATION_MANAGEMENT',
  'PROTECTION',
  'CHILD_PROTECTION',
  'ENFORCEMENT',
  'POLICY_ADMINISTRATION',
  'AUDIT',
  'DATA_SUBJECT_RIGHTS',
] as const;

/** One of the purposes a request may state. */
export type Purpose = (typeof PURPOSES)[number];

/** A purpose as offered: disabled when the token does not carry it. */
export type PurposeOption = { purpose: Purpose; carried: boolean };

/** All purposes, those the token carries first; without readable claims every one is offered. */
export function purposeOptions(claims: TokenClaims | null): PurposeOption[] {
  const options = PURPOSES.map((purpose) => ({ purpose, carried: carries(claims, purpose) }));
  return [...options.filter((each) => each.carried), ...options.filter((each) => !each.carried)];
}

/** The wanted purpose if the token carries it, else the first that it carries. */
export function carriedPurpose(wanted: Purpose, claims: TokenClaims | null): Purpose {
  if (carries(claims, wanted)) return wanted;
  return purposeOptions(claims).find((each) => each.carried)?.purpose ?? wanted;
}

/** Only enforcement is tied to a case. */
export function needsCaseReference(purpose: Purpose): boolean {
  return purpose === 'ENFORCEMENT';
}

function carries(claims: TokenClaims | null, purpose: Purpose): boolean {
  return claims?.purposes?.includes(purpose) ?? true;
}
