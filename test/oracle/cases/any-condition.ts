import fc from 'fast-check';
import { DAYS, NATIONALITIES, STAGES, STATIONS } from './any-record';
import { AGENCY_NAMES, ASKED_PURPOSES, ASKED_ROLES, PARTY_NAMES } from './any-subject';
import type { ConditionText } from './scenario';

type Anything = fc.Arbitrary<unknown>;

const single = (...values: readonly unknown[]): Anything => fc.constantFrom(...values);

/** A value, the same by `$eq`, or one of several. */
const oneOf = (...values: readonly unknown[]): Anything =>
  fc.oneof(
    single(...values),
    single(...values).map((value) => ({ $eq: value })),
    fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) }).map((some) => ({ $in: some })),
  );

/** At least, at most, or both. */
const between = (...values: readonly unknown[]): Anything =>
  fc.oneof(
    single(...values).map((value) => ({ $gte: value })),
    single(...values).map((value) => ({ $lte: value })),
    fc.tuple(single(...values), single(...values)).map(([low, high]) => ({ $gte: low, $lte: high })),
  );

const DAY_OPERANDS = [...DAYS, '$today', '$daysAgo.1', '$daysAgo.30'];

const anyOfRecord: readonly [string, Anything][] = [
  ['nationality', oneOf(...NATIONALITIES, '$requester.party')],
  ['nationality', oneOf(...NATIONALITIES, '$requester.party')],
  ['nationality', between(...NATIONALITIES)],
  ['age', oneOf(10, 17, 18)],
  ['age', between(10, 17, 18)],
  ['minor', oneOf(true, false, '$caseGiven')],
  ['seenOn', between(...DAY_OPERANDS)],
  ['seenOn', oneOf(...DAY_OPERANDS)],
  ['stations', oneOf(...STATIONS, '$requester.agency')],
  ['stations', single({ $in: ['$requester.agency', '$requester.roles'] })],
  ['handler', oneOf(...ASKED_ROLES)],
  ['handler', single({ $in: '$requester.roles' }, { $in: ['$requester.roles', 'ANALYST'] })],
  ['stage', oneOf(...STAGES)],
  ['fees', oneOf(0, 50)],
  ['contributedBy', oneOf(...PARTY_NAMES, '$requester.party')],
];

const anyOfRequest: readonly [string, Anything][] = [
  ['$requester.party', oneOf(...PARTY_NAMES)],
  ['$requester.agency', oneOf(...AGENCY_NAMES)],
  ['$requester.roles', oneOf(...ASKED_ROLES)],
  ['$purpose', oneOf(...ASKED_PURPOSES)],
  ['$caseGiven', oneOf(true, false)],
  ['$today', between(...DAYS, '$daysAgo.1')],
  ['$daysAgo.30', between(...DAYS, '$today')],
  ['$requester.party', oneOf('$requester.agency', 'PAN')],
];

const keyed = (pairs: readonly [string, Anything][]): fc.Arbitrary<ConditionText> =>
  fc.oneof(...pairs.map(([key, value]) => value.map((text) => ({ [key]: text }))));

/** A comparison that the request alone decides. */
export const anyConditionOfRequest = keyed(anyOfRequest);

/** One comparison, mostly of an attribute. */
export const anyComparison = fc.oneof(
  { weight: 4, arbitrary: keyed(anyOfRecord) },
  { weight: 1, arbitrary: anyConditionOfRequest },
);

/** Any condition: comparisons with values and variables on both sides, nested three deep. */
export const anyCondition: fc.Arbitrary<ConditionText> = fc.letrec<{ condition: ConditionText; list: ConditionText[] }>(
  (tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      { weight: 3, arbitrary: anyComparison },
      { weight: 1, arbitrary: fc.tuple(anyComparison, anyComparison).map(([one, other]) => ({ ...one, ...other })) },
      { weight: 1, arbitrary: tie('list').map((parts) => ({ $and: parts })) },
      { weight: 2, arbitrary: tie('list').map((parts) => ({ $or: parts })) },
      { weight: 1, arbitrary: fc.tuple(anyComparison, tie('list')).map(([one, parts]) => ({ ...one, $or: parts })) },
    ),
    list: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
  }),
).condition;
