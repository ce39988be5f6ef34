import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Decider } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { benchmarkContract } from './benchmark-contract';
import { REQUESTER, RULES, WITHHELD, writeRules } from './benchmark-rules';

const { labels } = benchmarkContract();
const directories: string[] = [];

/** What the rules of a row withhold from its requester, and how many rules there are. */
function load(withheld: readonly string[], party: string = REQUESTER.party) {
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-rules-'));
  directories.push(directory);
  writeRules(directory, { withheld });
  const { ruleSet, rejected } = loadRuleSet(directory, labels);
  const { agency, role, purpose } = REQUESTER;
  const at = Date.parse('2026-01-15T12:00:00Z');
  const decider = new Decider(ruleSet, { requester: { party, agency, roles: [role] }, purpose, at });
  const fields = [...labels.fields.values()].filter(({ key }) => !key).map(({ coordinate }) => coordinate);
  return {
    rejected: [...rejected.keys()],
    rules: ruleSet.rules.grants.length + ruleSet.rules.caps.length,
    withheld: fields.filter((coordinate) => decider.decide(coordinate).withheld),
    full: fields.filter((coordinate) => decider.decide(coordinate).full),
    fields,
  };
}

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

describe('writeRules', () => {
  it('writes as many valid rules as the report says, of which none withholds anything in row A', () => {
    const { rejected, rules, full, fields } = load([]);
    expect(rejected).toEqual([]);
    expect(rules).toBe(RULES);
    expect(full).toEqual(fields);
  });

  it('withholds in row B what the report says, by as many rules', () => {
    const { rules, withheld } = load(WITHHELD);
    expect(rules).toBe(RULES);
    expect(withheld.sort()).toEqual([...WITHHELD].sort());
  });

  it('decides: a requester whom nobody grants anything gets less', () => {
    expect(load([], 'HUM').withheld.length).toBeGreaterThan(5);
  });
});
