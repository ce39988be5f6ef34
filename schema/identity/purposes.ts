/** What a request may be for. A token carries the purposes that its issuer grants; a request states one. */
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
/** What a request is for. */
export type Purpose = (typeof PURPOSES)[number];

/** Purposes for which a request must name the case that it serves. */
export const PURPOSES_WITH_CASE: readonly Purpose[] = ['ENFORCEMENT'];

/** What the reference of a case looks like: 3 to 64 letters, digits, `_ . / -`. */
export const CASE_REFERENCE = /^[\w./-]{3,64}$/;

/** Purposes that one person should not hold together: who counts people must not also pursue them. */
export const PURPOSES_APART: readonly Purpose[] = ['STATISTICS', 'ENFORCEMENT'];

/** The purposes that a token holds and should not hold together; none where it does not hold them all. */
export const heldTogether = (purposes: readonly Purpose[]): readonly Purpose[] =>
  PURPOSES_APART.every((purpose) => purposes.includes(purpose)) ? PURPOSES_APART : [];

/** What a requester does for their agency. */
export const ROLES = [
  'ANALYST',
  'INVESTIGATOR',
  'PROTECTION_OFFICER',
  'DASHBOARD',
  'ADMINISTRATOR',
  'AUDITOR',
  'DATA_PROTECTION_OFFICER',
  'BORDER_OFFICER',
] as const;
/** What a requester does for their agency. */
export type Role = (typeof ROLES)[number];

/** Roles of services that run unattended, whose tokens must be bound to a key of the service. */
export const ROLES_BOUND: readonly Role[] = ['DASHBOARD'];
