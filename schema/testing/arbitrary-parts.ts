import fc from 'fast-check';
import type { Condition } from '../access/conditions/condition';
import { conditionText } from '../access/conditions/parse-condition';
import type { DecisionSubject } from '../access/decision-subject';
import type { Audience, Cap, CapTarget, Grant } from '../access/rule';
import type { RuleSet } from '../access/rule-set';
import type { Purpose, Role } from '../identity/purposes';
import { anyConditionText, TRAVELLER_LABELS } from './arbitrary-conditions';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf, TEST_INSTANT } from './rules';

/** Panama's part of the rules, about travellers. */
export interface TravellerPart {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
  /** Panama's agencies. */
  readonly agencies: readonly string[];
}

// Few values of each dimension, so that rules and those who ask often meet.
const PARTIES = ['COL', 'PAN'];
const AGENCIES = ['AGENCY', 'OTHER'];
const ASKED_BY: readonly Role[] = ['ANALYST', 'AUDITOR'];
const ASKED_FOR: readonly Purpose[] = ['MIGRATION_MANAGEMENT', 'AUDIT'];
const DAY = 86_400_000;

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const anyAudience: fc.Arbitrary<Audience> = fc.record({
  parties: maybe(some(PARTIES)),
  agencies: fc.option(some(AGENCIES), { nil: undefined, freq: 1 }),
  roles: maybe(some(ASKED_BY)),
});
const anyAgreement = fc
  .tuple(fc.integer({ min: -2, max: 0 }), fc.integer({ min: 1, max: 3 }))
  .map(([from, to]) => agreementOf({ from: TEST_INSTANT + from * DAY, to: TEST_INSTANT + to * DAY }));

/** Any condition over a traveller's attributes. */
export const anyCondition: fc.Arbitrary<Condition> = anyConditionText.map((text) => conditionText.parse(text));

/** Any grant of a traveller's fields. */
export const anyTravellerGrant: fc.Arbitrary<Grant> = fc
  .record({
    audience: anyAudience,
    purposes: some(ASKED_FOR),
    level: fc.constantFrom('full', 'month', 'year', 'none'),
    agreement: anyAgreement,
    when: maybe(anyCondition),
    breakGlass: fc.option(fc.record({ hours: fc.integer({ min: 1, max: 3 }) }), { nil: undefined, freq: 3 }),
  })
  .chain((changes) => some(['Traveller.sex', 'Traveller.crossedOn']).map((fields) => grantOf(fields, changes)));

const TARGETS: readonly CapTarget[] = [
  { coordinates: ['Traveller.crossedOn'] },
  { coordinates: ['Traveller.sex', 'Traveller.crossedOn'] },
  { types: ['Traveller'] },
  { kinds: ['date'] },
  { sensitivities: ['PERSONAL'] },
  { about: ['CHILD'] },
  { rows: ['Traveller'] },
  { rowsOf: ['PERSON'] },
];

/** Any cap of Panama's on a traveller's fields or on which travellers exist. */
export const anyTravellerCap: fc.Arbitrary<Cap> = fc
  .record({
    target: fc.constantFrom(...TARGETS),
    audience: anyAudience,
    purposes: maybe(some(ASKED_FOR)),
    exceptPurposes: maybe(some(ASKED_FOR)),
    scope: fc.constantFrom('ALWAYS' as const, 'CROSSING' as const),
    level: fc.constantFrom('none', 'year', 'month'),
    condition: fc.oneof(
      fc.constant({}),
      anyCondition.map((when) => ({ when })),
      anyCondition.map((unless) => ({ unless })),
    ),
  })
  .map(({ condition, ...changes }) => capOf({ owner: 'PAN', ...changes, ...condition }));

/** Any such part. */
export const anyPart: fc.Arbitrary<TravellerPart> = fc.record({
  grants: fc.array(anyTravellerGrant, { minLength: 1, maxLength: 4 }),
  caps: fc.array(anyTravellerCap, { maxLength: 3 }),
  agencies: fc.constantFrom(['AGENCY'], ['AGENCY', 'OTHER']),
});

/** Anybody who may ask, with a case or without, around the test's instant. */
export const anyAskerOfPart: fc.Arbitrary<DecisionSubject> = fc
  .record({
    party: fc.constantFrom(...PARTIES),
    agency: fc.constantFrom(...AGENCIES),
    roles: some(ASKED_BY),
    purpose: fc.constantFrom(...ASKED_FOR),
    at: fc.integer({ min: -2, max: 2 }).map((days) => TEST_INSTANT + days * DAY),
    caseGiven: fc.boolean(),
    open: fc.constantFrom([], ['PAN:TEST-AGREEMENT']),
  })
  .map(({ caseGiven, open, ...subject }) => ({ ...subjectOf(subject), caseGiven, open }));

/** The rule set in which a part stands alone. */
export function ruleSetOfPart({ grants, caps, agencies }: TravellerPart): RuleSet {
  const { parties, ...ruleSet } = ruleSetOf({ labels: TRAVELLER_LABELS, grants, caps });
  const own = { name: { en: 'Panama', es: 'Panamá' }, contact: 'An officer', agencies: [...agencies] };
  return { ...ruleSet, parties: { ...parties, PAN: own } };
}
