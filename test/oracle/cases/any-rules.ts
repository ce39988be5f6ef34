import type { Audience, Cap } from '@pasarela/schema/access/rule';
import { agreementOf, capOf, grantOf } from '@pasarela/schema/testing/rules';
import fc from 'fast-check';
import { CHAINS, kindOf, LABELS } from '../domain';
import { anyComparison, anyCondition, anyConditionOfRequest } from './any-condition';
import { AGENCY_NAMES, ASKED_PURPOSES, ASKED_ROLES, anyBoundary, PARTY_NAMES } from './any-subject';
import { anyFieldTarget, anyRowTarget } from './any-target';
import type { ConditionText, WrittenCap, WrittenGrant } from './scenario';

const some = <Value>(values: readonly Value[], minLength = 1) => fc.subarray([...values], { minLength });
/** Mostly nothing. */
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const anyAudience: fc.Arbitrary<Audience> = fc.record({
  parties: seldom(some([...PARTY_NAMES, 'VEN'])),
  agencies: seldom(some(AGENCY_NAMES)),
  roles: seldom(some(ASKED_ROLES)),
});

const anyAgreement = (owner: string) =>
  fc
    .tuple(anyBoundary(-3, -1), fc.integer({ min: 1, max: 6 }), some(PARTY_NAMES))
    .map(([from, days, parties]) => agreementOf({ owner, from, to: from + days * 86_400_000, parties }));

const ALL_LEVELS = [...new Set(Object.values(CHAINS).flat())];

/** Mostly one of these levels, seldom `full`, `none`, or one of another chain. */
const anyLevel = (levels: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...levels) },
    { weight: 1, arbitrary: fc.constantFrom('full', 'none') },
    { weight: 1, arbitrary: fc.constantFrom(...ALL_LEVELS) },
  );

/** Any grant of some of these fields, all of one owner. */
export const anyGrant = (fields: readonly string[]): fc.Arbitrary<WrittenGrant> =>
  fc.constantFrom(...fields).chain((first) => {
    const ownerOf = (field: string) => LABELS.fields.get(field)?.owner ?? 'PAN';
    const isJoint = ownerOf(first) === 'JOINT';
    return fc
      .record({
        more: fc.subarray(fields.filter((field) => ownerOf(field) === ownerOf(first))),
        agreement: fc.constantFrom(...(isJoint ? PARTY_NAMES : [ownerOf(first)])).chain(anyAgreement),
        audience: anyAudience,
        purposes: some(ASKED_PURPOSES, 2),
        level: anyLevel(CHAINS[kindOf(first)].slice(1)),
        when: fc.oneof(fc.constant(undefined), fc.constant(undefined), anyCondition),
        breakGlass: seldom(fc.record({ hours: fc.integer({ min: 1, max: 72 }) })),
      })
      .map(({ more, when, ...changes }) => ({ ...grantOf([...new Set([first, ...more])], changes), when }));
  });

type Form = Pick<WrittenCap, 'when' | 'unless'>;

const formsOf = (condition: fc.Arbitrary<ConditionText>): fc.Arbitrary<Form> =>
  fc.oneof(
    condition.map((when) => ({ when })),
    condition.map((unless) => ({ unless })),
  );

/** A condition in one of the two forms, or none. */
const anyForm = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Form>({}) },
  { weight: 3, arbitrary: formsOf(anyCondition) },
);
const anySimpleForm = formsOf(anyComparison);
const anyFormOfRequest = formsOf(anyConditionOfRequest);

const written = (cap: Cap, { when, unless }: Form): WrittenCap => ({ ...cap, when, unless });

const anyRestriction = fc.record({
  audience: anyAudience,
  purposes: seldom(some(ASKED_PURPOSES)),
  exceptPurposes: seldom(some(ASKED_PURPOSES)),
  scope: fc.constantFrom('ALWAYS' as const, 'CROSSING' as const),
});

const anyOwner = (field: string) => {
  const owner = LABELS.fields.get(field)?.owner ?? 'ALL';
  return fc.constantFrom('ALL', 'ALL', owner === 'JOINT' ? 'PAN' : owner, ...PARTY_NAMES);
};

/** Any cap that reaches fields, mostly one of these: by name, by type or by tag. */
export const anyFieldCap = (fields: readonly string[]): fc.Arbitrary<WrittenCap> =>
  fc
    .constantFrom(...fields)
    .chain((field) => fc.tuple(fc.constant(field), anyOwner(field)))
    .chain(([field, owner]) =>
      fc.record({
        restriction: anyRestriction,
        form: anyForm,
        target: anyFieldTarget({ field, fields, owner }),
        level: anyLevel(CHAINS[kindOf(field)].slice(0, -1)),
        owner: fc.constant(owner),
      }),
    )
    .map(({ restriction, form, ...rest }) => written(capOf({ ...restriction, ...rest }), form));

/** Any row rule. */
export const anyRowRule: fc.Arbitrary<WrittenCap> = fc
  .record({
    restriction: anyRestriction,
    form: fc.oneof(fc.constant({}), anyForm, anySimpleForm, anyFormOfRequest),
    target: anyRowTarget,
    owner: fc.constantFrom('ALL', 'ALL', ...PARTY_NAMES),
  })
  .map(({ restriction, form, ...rest }) => written(capOf({ ...restriction, ...rest }), form));
