import fc from 'fast-check';
import type { DecisionSubject } from '../access/decision-subject';
import { CHAINS } from '../access/levels';
import type { Audience, Cap, Grant } from '../access/rule';
import { PURPOSES, ROLES } from '../identity/purposes';
import type { ValueKind } from '../labels/label';
import { labelsOf } from './labels';
import { agreementOf, capOf, grantOf, subjectOf, TEST_INSTANT } from './rules';

/** One field of Panama's for each kind of value that a rule can speak of. */
export const KIND_FIELDS: Readonly<Record<ValueKind, string>> = {
  date: 'Crossing.on',
  birthDate: 'Crossing.birthDate',
  place: 'Crossing.place',
  identifier: 'Crossing.person',
  count: 'Crossing.companions',
  needs: 'Crossing.needs',
  other: 'Crossing.sex',
  mutation: 'Mutation.correct',
};

/** The labels of those fields. */
export const KIND_LABELS = labelsOf(`
  type Crossing @owner(party: "PAN") {
    on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
    place: Place @sensitivity(as: PERSONAL) @about(subjects: [LOCATION])
    person: PersonKey @sensitivity(as: SENSITIVE) @about(subjects: [NONE])
    companions: Count @sensitivity(as: STATISTICAL)
    needs: [SpecificNeed!] @sensitivity(as: PROTECTED) @about(subjects: [HEALTH])
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  }
  type Mutation @owner(party: "PAN") {
    correct: Boolean @sensitivity(as: OPERATIONAL)
  }
`);

/** Any kind of value. */
export const anyKind = fc.constantFrom(...(Object.keys(KIND_FIELDS) as ValueKind[]));

const PARTIES = ['COL', 'PAN', 'USA'];
const AGENCIES = ['AGENCY', 'OTHER'];
const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <Value>(values: readonly Value[]) => fc.option(some(values), { nil: undefined });

const anyAudience: fc.Arbitrary<Audience> = fc.record({
  parties: maybe(PARTIES),
  agencies: maybe(AGENCIES),
  roles: maybe(ROLES.slice(0, 3)),
});

const DAY = 86_400_000;
const anyAgreement = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([start, days]) =>
    agreementOf({ from: TEST_INSTANT + start * DAY, to: TEST_INSTANT + start * DAY + days * DAY }),
  );

/** Mostly nothing. */
const anyBreakGlass = fc.option(fc.record({ hours: fc.integer({ min: 1, max: 72 }) }), { nil: undefined, freq: 3 });

/** Any grant of the field of a kind. */
export const anyGrant = (kind: ValueKind): fc.Arbitrary<Grant> =>
  fc
    .record({
      audience: anyAudience,
      purposes: some(PURPOSES),
      level: fc.constantFrom(...CHAINS[kind]),
      agreement: anyAgreement,
      breakGlass: anyBreakGlass,
    })
    .map((changes) => grantOf([KIND_FIELDS[kind]], changes));

/** Any cap of the field of a kind. */
export const anyCap = (kind: ValueKind): fc.Arbitrary<Cap> =>
  fc
    .record({
      audience: anyAudience,
      purposes: maybe(PURPOSES),
      exceptPurposes: maybe(PURPOSES),
      scope: fc.constantFrom('ALWAYS' as const, 'CROSSING' as const),
      level: fc.constantFrom(...CHAINS[kind]),
    })
    .map((changes) => capOf({ target: { coordinates: [KIND_FIELDS[kind]] }, ...changes }));

/** Anybody, for any purpose, around the test's instant. */
export const anySubject: fc.Arbitrary<DecisionSubject> = fc
  .record({
    party: fc.constantFrom(...PARTIES),
    agency: fc.constantFrom(...AGENCIES),
    roles: some(ROLES.slice(0, 3)),
    purpose: fc.constantFrom(...PURPOSES),
    at: fc.integer({ min: -5, max: 5 }).map((days) => TEST_INSTANT + days * DAY),
    open: fc.subarray(['PAN:TEST-AGREEMENT', 'COL:TEST-AGREEMENT']),
  })
  .map(({ open, ...subject }) => ({ ...subjectOf(subject), open }));

/** A kind of value with grants and caps of its field, and somebody who asks. */
export const anyCase = anyKind.chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    grants: fc.array(anyGrant(kind), { maxLength: 5 }),
    caps: fc.array(anyCap(kind), { maxLength: 5 }),
    grant: anyGrant(kind),
    cap: anyCap(kind),
    subject: anySubject,
  }),
);
