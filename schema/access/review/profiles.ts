import { PURPOSES, type Purpose, ROLES, type Role } from '../../identity/purposes';
import type { DecisionSubject } from '../decision-subject';
import type { RuleSet } from '../rule-set';

/** One kind of requester: the smallest differences that rules can make between two of them. */
export interface Profile {
  readonly party: string;
  /** One of the party's own; empty for any other. */
  readonly agency: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly caseGiven: boolean;
}

/** Every kind of requester under any of the rule sets. */
export function profilesOf(...ruleSets: readonly RuleSet[]): Profile[] {
  const agencies = new Map<string, Set<string>>();
  for (const { parties } of ruleSets)
    for (const [party, { agencies: own }] of Object.entries(parties))
      agencies.set(party, new Set([...(agencies.get(party) ?? ['']), ...own]));
  return [...agencies].flatMap(([party, own]) =>
    [...own].flatMap((agency) =>
      ROLES.flatMap((role) =>
        PURPOSES.flatMap((purpose) => [false, true].map((caseGiven) => ({ party, agency, role, purpose, caseGiven }))),
      ),
    ),
  );
}

/** Who asks, as decisions know them. @param at UTC milliseconds. */
export const subjectOfProfile = (
  { party, agency, role, purpose, caseGiven }: Profile,
  at: number,
): DecisionSubject => ({
  requester: { party, agency, roles: [role] },
  purpose,
  caseGiven,
  at,
});
