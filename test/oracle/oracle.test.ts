import fc from 'fast-check';
import { anyScenario, QUESTIONS } from './cases/any-scenario';
import { counterexampleIn, differencesIn } from './compare';
import { ALL_ANSWERS, coverageOf } from './coverage';
import { WRONG_COPIES } from './wrong-rules';

const SETTINGS = { seed: 20_260_115, numRuns: 660 };
const MINUTES = 120_000;

const scenarios = fc.sample(anyScenario, SETTINGS);

describe('oracle: the rules, written a second time in Cedar', () => {
  it(
    'are decided alike in more than 5,000 cases',
    () => {
      expect(scenarios.length * QUESTIONS).toBeGreaterThan(5000);
      for (const scenario of scenarios) expect(counterexampleIn(scenario)).toBeUndefined();
    },
    MINUTES,
  );

  it.each(Object.entries(WRONG_COPIES))('are decided otherwise when %s', (_, wrong) => {
    const differences = scenarios.slice(0, 40).flatMap((scenario) => differencesIn(scenario, wrong(scenario.rules)));
    expect(differences.length).toBeGreaterThan(0);
  });
});

describe('oracle: the cases', () => {
  const counts = coverageOf(scenarios);
  const fewer = (names: readonly string[], least: number) =>
    names.map((name) => [name, counts.get(name) ?? 0] as const).filter(([, count]) => count < least);

  it('have each level of each chain as an answer, and both answers for rows', () => {
    expect(fewer(ALL_ANSWERS, 20)).toEqual([]);
  });

  it('are asked by all sorts of requesters, of all sorts of fields', () => {
    const sorts = [
      'asked by no party',
      'nothing known of the record',
      'a PUBLIC field',
      'a field without owner or sensitivity',
      'a structural field',
      'a key',
    ];
    expect(fewer(sorts, 20)).toEqual([]);
  });

  it('show what is joint and withhold it, by contributor, by mutation and on the way', () => {
    const joint = ['record', 'row', 'mutation', 'way'].flatMap((place) => [
      `joint ${place}: shown`,
      `joint ${place}: not`,
    ]);
    const rules = ['grant', 'cap of a party', 'CROSSING'].map((rule) => `decides what is joint: ${rule}`);
    expect(fewer([...joint, ...rules], 5)).toEqual([]);
  });

  it('are decided by rules of every form, whose conditions sometimes apply and sometimes do not', () => {
    const conditional = ['grant when', 'cap when', 'cap unless', 'row rule when', 'row rule unless'];
    const forms = ['grant', 'cap', 'row rule', ...conditional];
    expect(
      fewer(
        forms.map((form) => `decides: ${form}`),
        20,
      ),
    ).toEqual([]);
    expect(
      fewer(
        conditional.map((form) => `does not apply: ${form}`),
        10,
      ),
    ).toEqual([]);
    expect(fewer(['decides: a condition on nothing known'], 5)).toEqual([]);
  });

  it('are decided by everything else that a rule can name', () => {
    const named = ['coordinates', 'types', 'about', 'kinds', 'sensitivities', 'returning', 'rows', 'rowsOf'];
    const restrictions = ['audience parties', 'audience agencies', 'audience roles', 'purposes', 'exceptPurposes'];
    const others = [
      'CROSSING',
      'cap of a party',
      'a level off its chain',
      'the first instant',
      'the last instant',
      'break-glass',
    ];
    const rowRulesOnFields = ['a field by a row rule', 'a field by a row rule with a condition'];
    const traits = [...named.map((name) => `by ${name}`), ...restrictions, ...others, ...rowRulesOnFields];
    expect(
      fewer(
        traits.map((trait) => `decides: ${trait}`),
        10,
      ),
    ).toEqual([]);
  });
});
