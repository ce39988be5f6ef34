import fc from 'fast-check';
import { CountState } from '../domain/count';
import { Comparability } from './comparability';
import { type ComparedCount, signedDifference } from './signed-difference';

const known = (value: number): ComparedCount => ({ value, state: value === 0 ? CountState.ZERO : CountState.VALUE });
const blank = (state: CountState): ComparedCount => ({ value: null, state });
const { SAME_MEASURE, SAME_FLOW, NOT_COMPARABLE } = Comparability;
const WITHOUT_VALUE = Object.values(CountState).filter(
  (state) => state !== CountState.VALUE && state !== CountState.ZERO && state !== CountState.OUTAGE,
);

describe('signedDifference', () => {
  it('is the first minus the second, whichever is more, and turns its sign with them', () => {
    const whole = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.constantFrom(SAME_MEASURE, SAME_FLOW), (a, b, comparability) => {
        const there = signedDifference({ first: known(a), second: known(b), comparability });
        const back = signedDifference({ first: known(b), second: known(a), comparability });
        expect(there).toEqual({ value: a - b, state: a === b ? 'ZERO' : 'VALUE' });
        expect((there.value ?? 0) + (back.value ?? 0)).toBe(0);
      }),
    );
  });

  it.each(WITHOUT_VALUE)('is UNKNOWN where a count is %s, on either side: never the other count itself', (state) => {
    const unknown = { value: null, state: 'UNKNOWN' };
    expect(signedDifference({ first: known(7), second: blank(state), comparability: SAME_FLOW })).toEqual(unknown);
    expect(signedDifference({ first: blank(state), second: known(7), comparability: SAME_FLOW })).toEqual(unknown);
  });

  it('is an OUTAGE where a count did not arrive, even if the other has no value', () => {
    const outage = { value: null, state: 'OUTAGE' };
    for (const absent of [null, blank(CountState.OUTAGE)])
      for (const other of [known(7), blank(CountState.NOT_PUBLISHED)]) {
        expect(signedDifference({ first: absent, second: other, comparability: SAME_FLOW })).toEqual(outage);
        expect(signedDifference({ first: other, second: absent, comparability: SAME_FLOW })).toEqual(outage);
      }
  });

  it('takes a value that its own state denies for unknown', () => {
    const denied = { value: 9, state: CountState.SUPPRESSED };
    expect(signedDifference({ first: known(7), second: denied, comparability: SAME_FLOW }).value).toBeNull();
  });

  it('is not drawn between counts that cannot be compared', () => {
    expect(signedDifference({ first: known(173), second: known(55), comparability: NOT_COMPARABLE })).toEqual({
      value: null,
      state: 'NOT_APPLICABLE',
    });
  });
});
