import fc from 'fast-check';
import { anyAsker, anyConditionText, anyRecord, TRAVELLER } from '../../testing/arbitrary-conditions';
import { verdictOf } from '../../testing/condition-model';
import { conditionFault } from './check-condition';
import { conditionText } from './parse-condition';
import { RecordTest } from './record-test';

const SETTINGS = { seed: 20_260_115, numRuns: 1500 };

describe('conditions: the code decides as the page of the rules says', () => {
  it('on any record, for anybody', () => {
    fc.assert(
      fc.property(anyConditionText, anyAsker, anyRecord, (text, subject, record) => {
        const condition = conditionText.parse(text);
        const verdict = verdictOf(text, { subject, label: TRAVELLER, record });
        expect(RecordTest.whenTrue(condition, subject, TRAVELLER).holds(record)).toBe(verdict === true);
        expect(RecordTest.whenFalse(condition, subject, TRAVELLER).holds(record)).toBe(verdict === false);
      }),
      SETTINGS,
    );
  });

  it('and the three answers are each met often', () => {
    const met = new Map<unknown, number>();
    for (const [text, subject, record] of fc.sample(fc.tuple(anyConditionText, anyAsker, anyRecord), SETTINGS)) {
      const verdict = verdictOf(text, { subject, label: TRAVELLER, record });
      met.set(verdict, (met.get(verdict) ?? 0) + 1);
    }
    expect(met.size).toBe(3);
    for (const times of met.values()) expect(times).toBeGreaterThan(SETTINGS.numRuns / 10);
  });

  it('on conditions that the checks of rules accept', () => {
    for (const text of fc.sample(anyConditionText, SETTINGS))
      expect([text, conditionFault(conditionText.parse(text), TRAVELLER, 'tagged')]).toEqual([text, undefined]);
  });
});
