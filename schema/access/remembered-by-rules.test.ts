import { FERRY_LABELS } from '../testing/ferry';
import { ruleSetOf } from '../testing/rules';
import { type DependsOn, RememberedByRules } from './remembered-by-rules';

const rules = () => ruleSetOf({ labels: FERRY_LABELS });

/** A memory of numbered objects, and what it made. */
function memoryOf(most = 10_000, sizeOf: (made: object) => number = () => 1) {
  const memory = new RememberedByRules<{ readonly number: number }>({ most, sizeOf });
  let made = 0;
  return (ruleSet: ReturnType<typeof rules>, dependsOn: DependsOn) =>
    memory.get(ruleSet, dependsOn, () => ({ number: ++made })).number;
}

describe('RememberedByRules', () => {
  it('makes a thing once for all that it depends on', () => {
    const get = memoryOf();
    const [ruleSet, one] = [rules(), {}];
    expect([get(ruleSet, [one, 'a']), get(ruleSet, [one, 'a'])]).toEqual([1, 1]);
  });

  it('tells rule sets apart, though they say the same', () => {
    const get = memoryOf();
    const one = {};
    expect([get(rules(), [one]), get(rules(), [one])]).toEqual([1, 2]);
  });

  it('tells objects apart by what they are, not by what they hold', () => {
    const get = memoryOf();
    const ruleSet = rules();
    const [one, other] = [{ same: 1 }, { same: 1 }];
    expect([get(ruleSet, [one, other]), get(ruleSet, [other, one]), get(ruleSet, [one, one])]).toEqual([1, 2, 3]);
  });

  it.each([
    [['a', 'b'], ['a,1:b']],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [['1'], [{}]],
  ])('never takes %j for %j', (one, other) => {
    const get = memoryOf();
    const ruleSet = rules();
    expect([get(ruleSet, one as DependsOn), get(ruleSet, other as DependsOn)]).toEqual([1, 2]);
  });

  it('is bounded in all: what was not asked for the longest goes first', () => {
    const get = memoryOf(1_000, () => 400);
    const ruleSet = rules();
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map((text) => get(ruleSet, [text]))).toEqual([1, 2, 1, 3, 1, 4]);
  });

  it('does not keep what is larger than all that it may keep', () => {
    const get = memoryOf(1_000, () => 1_001);
    const ruleSet = rules();
    expect([get(ruleSet, ['a']), get(ruleSet, ['a'])]).toEqual([1, 2]);
  });

  it('remembers nothing of what could not be made', () => {
    const memory = new RememberedByRules<object>({ most: 1_000, sizeOf: () => 1 });
    const ruleSet = rules();
    const fail = () => {
      throw new Error('refused');
    };
    expect(() => memory.get(ruleSet, ['a'], fail)).toThrow('refused');
    expect(memory.get(ruleSet, ['a'], () => ({ made: true }))).toEqual({ made: true });
  });
});
