import { PURPOSES, type Purpose, ROLES, type Role } from '../../identity/purposes';
import { type DecisionSubject, EVERY_AGREEMENT } from '../decision-subject';
import { breakGlassHours } from '../openings';
import type { RuleSet } from '../rule-set';

/** One kind of requester: the smallest differences that rules can make between two of them. */
export interface Profile {
  readonly party: string;
  /** One of the party's own; empty for any other. */
  readonly agency: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly caseGiven: boolean;
  /** Whether they opened every agreement that can be opened. */
  readonly opened: boolean;
}

/** Every kind of requester under any of the rule sets. */
export function profilesOf(...ruleSets: readonly RuleSet[]): Profile[] {
  const agencies = new Map<string, Set<string>>();
  for (const { parties } of ruleSets)
    for (const [party, { agencies: own }] of Object.entries(parties))
      agencies.set(party, new Set([...(agencies.get(party) ?? ['']), ...own]));
  // Nobody differs by what they opened where nothing can be opened.
  const openings = ruleSets.some((ruleSet) => breakGlassHours(ruleSet).size > 0) ? [false, true] : [false];
  return [...agencies].flatMap(([party, own]) =>
    [...own].flatMap((agency) =>
      ROLES.flatMap((role) =>
        PURPOSES.flatMap((purpose) =>
          openings.flatMap((opened) =>
            [false, true].map((caseGiven) => ({ party, agency, role, purpose, caseGiven, opened })),
          ),
        ),
      ),
    ),
  );
}

/** Who asks, as decisions know them. @param at UTC milliseconds. */
export const subjectOfProfile = (
  { party, agency, role, purpose, caseGiven, opened }: Profile,
  at: number,
): DecisionSubject => ({
  requester: { party, agency, roles: [role] },
  purpose,
  caseGiven,
  at,
  ...(opened && { open: EVERY_AGREEMENT }),
});
