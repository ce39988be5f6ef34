import fc from 'fast-check';
import { ASKED_ROLES, PARTY_NAMES } from './any-subject';

/** Nationalities of records and rules, parties' codes among them. */
export const NATIONALITIES = ['COL', 'PAN', 'VEN'];
/** Days of records and rules, around the instants at which questions are asked. */
export const DAYS = ['2025-12-16', '2026-01-14', '2026-01-15', '2026-01'];
/** Stations, one with an agency's name. */
export const STATIONS = ['BAJO', 'LAJAS', 'SNM'];
/** Stages of a permit. */
export const STAGES = ['ASKED', 'GIVEN'];

const LISTS = [[], ['COL'], [{ nationality: 'COL', on: '2026-01-14' }]];
const WRONG = [7, 18, '18', 'COL', true, 'TRUE', '', {}, new Date(0), ...LISTS];

/** A value, or nothing, null, or one of another type. */
const perhaps = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null) },
    { weight: 1, arbitrary: fc.constantFrom(...WRONG) },
  );

const oneOf = (...values: readonly unknown[]) => perhaps(fc.constantFrom(...values));

/** A list, with nulls and values of another type in it. */
const listOf = (...values: readonly (string | number)[]) =>
  perhaps(fc.array(fc.constantFrom(...values, ...values, null, 7, 'BAJO'), { maxLength: 3, size: 'max' }));

/** Any record as it is stored: of either type, as each must cope with the other's attributes. */
export const anyRecord: fc.Arbitrary<object | undefined> = fc.option(
  fc
    .record({
      nationality: oneOf(...NATIONALITIES),
      person: perhaps(fc.record({ nationality: oneOf(...NATIONALITIES) })),
      age: oneOf(9, 10, 17, 18, 40),
      minor: oneOf(true, false),
      seen: perhaps(fc.record({ on: oneOf(...DAYS) })),
      stations: listOf(...STATIONS),
      handler: oneOf(...ASKED_ROLES),
      stage: oneOf(...STAGES),
      fees: listOf(0, 50, 80),
      by: perhaps(fc.record({ party: oneOf(...PARTY_NAMES) })),
      contributedBy: oneOf(...PARTY_NAMES),
    })
    .map(withoutUndefined),
  { nil: undefined, freq: 30 },
);

function withoutUndefined(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
