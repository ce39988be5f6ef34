import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import { type Purpose, ROLES } from '@pasarela/schema/identity/purposes';
import fc from 'fast-check';
import { AGENCIES } from '../domain';

/** The parties of `parties/`. */
export const PARTY_NAMES = Object.keys(AGENCIES);
/** Every party's agencies, and one that no party has. */
export const AGENCY_NAMES = [...Object.values(AGENCIES).flat(), 'GHOST'];
/** The purposes that rules and requests name. */
export const ASKED_PURPOSES: readonly Purpose[] = ['STATISTICS', 'MIGRATION_MANAGEMENT', 'ENFORCEMENT'];
/** The roles that rules and requests name. */
export const ASKED_ROLES = ROLES.slice(0, 3);

const DAY = 86_400_000;
const MIDNIGHT = Date.parse('2026-01-15T00:00:00Z');

/** Midnights in UTC from three days before to three days after: where agreements begin and end. */
export const anyBoundary = (min = -3, max = 3): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((days) => MIDNIGHT + days * DAY);

/** A midnight in UTC, or the millisecond before or after it. */
const anyInstant = fc.tuple(anyBoundary(-2, 2), fc.constantFrom(-1, 0, 1)).map(([boundary, step]) => boundary + step);

/** Parties with an agency of their own, agencies of others, and parties that are not in `parties/`. */
const anyOffice = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...Object.entries(AGENCIES).flatMap(([party, agencies]) => agencies.map((agency) => ({ party, agency }))),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ party: fc.constantFrom(...PARTY_NAMES), agency: fc.constantFrom(...AGENCY_NAMES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ party: fc.constantFrom('VEN', 'constructor'), agency: fc.constantFrom(...AGENCY_NAMES) }),
  },
);

/** Anybody who asks, for any purpose, on and around the boundaries of agreements, some of which are open to them. */
export const anySubject: fc.Arbitrary<DecisionSubject> = fc
  .record({
    office: anyOffice,
    roles: fc.subarray([...ASKED_ROLES]),
    purpose: fc.constantFrom(...ASKED_PURPOSES),
    at: anyInstant,
    caseGiven: fc.boolean(),
    open: fc.subarray(PARTY_NAMES.map((party) => `${party}:TEST-AGREEMENT`)),
  })
  .map(({ office, roles, ...request }) => ({ requester: { ...office, roles }, ...request }));
