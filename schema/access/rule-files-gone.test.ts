import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { agreementText, FOLDER_LABELS, guardrailText, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { subjectOf } from '../testing/rules';
import { decide } from './decide';
import { loadRuleSet } from './load-rule-set';
import type { RuleSet } from './rule-set';

const COLOMBIAN = agreementText({ owner: 'COL', fields: 'Permit: [stage]' }).replace(
  '{ parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST] }',
  '{ parties: [PAN] }',
);
/** Guardrails of ALL besides those that every test folder has. */
const CHILDREN = guardrailText({ owner: 'ALL', target: 'about: [CHILD]', level: 'ageBand' });

const load = (folder: RuleFolder, previous?: RuleSet) => loadRuleSet(folder.directory, FOLDER_LABELS, previous);
const stageIn = (ruleSet: RuleSet) => decide(ruleSet, subjectOf({ party: 'PAN' }), 'Permit.stage').level;

describe('rule files that are misnamed, moved or damaged', () => {
  let folder: RuleFolder;
  const inGuardrails = (name: string) => path.join(folder.directory, 'guardrails', name);
  beforeEach(() => {
    folder = makeRuleFolder();
    folder.write('agreements/col.yaml', COLOMBIAN);
    folder.write('guardrails/children.yaml', CHILDREN);
  });
  afterEach(() => folder.remove());

  it.each(['children.yml', 'children.yaml.bak', 'children'])(
    'a file called %s is a fault, not a rule that is gone',
    (name) => {
      renameSync(inGuardrails('children.yaml'), inGuardrails(name));
      expect(() => load(folder)).toThrow(new RegExp(`guardrails/${name}: is no rule file`));
    },
  );

  it('a folder among them is a fault too', () => {
    mkdirSync(inGuardrails('old'));
    expect(() => load(folder)).toThrow(/guardrails\/old: is no rule file/);
  });

  it('guardrails of ALL that were in force do not vanish while a point runs', () => {
    const before = load(folder).ruleSet;
    rmSync(inGuardrails('children.yaml'));
    expect(() => load(folder, before)).toThrow(/holds no ALL-TEST any more; start again to go on without it/);
    // Whoever starts again has decided so.
    expect(load(folder).ruleSet.rules.caps).toHaveLength(before.rules.caps.length - 1);
  });

  it.each([
    ['an alias to nothing', 'title: *nothing'],
    ['a bomb of aliases', `a: &a [${'x, '.repeat(20)}x]\nb: &b [${'*a, '.repeat(20)}*a]\nc: [${'*b, '.repeat(20)}*b]`],
  ])("%s is a fault of its owner's part alone", (_, text) => {
    const before = load(folder).ruleSet;
    folder.write('agreements/zz.yaml', `agreement: X\nowner: PAN\n${text}\n`);
    const { ruleSet, rejected } = load(folder, before);
    expect([...rejected.keys()]).toEqual(['PAN']);
    expect(stageIn(ruleSet)).toBe('full');
  });

  it('an agreement of nobody known is left out and reported: it could only have shown more', () => {
    folder.write('agreements/zz.yaml', 'garbage\n');
    const { ruleSet, rejected } = load(folder);
    expect([...rejected.keys()]).toEqual(['zz.yaml']);
    expect(stageIn(ruleSet)).toBe('full');
  });

  it('an empty agreement is one that is being written: all stays as it is', () => {
    folder.write('agreements/col.yaml', '');
    expect(() => load(folder)).toThrow(/agreements\/col\.yaml/);
  });

  it('guardrails of nobody known are taken as everybody’s and reject all', () => {
    folder.write('guardrails/zz.yaml', 'garbage\n');
    expect(() => load(folder)).toThrow(/zz\.yaml/);
  });

  it('points with the same parts in force have one version, whatever they went through', () => {
    const before = load(folder).ruleSet;
    const damage = (level: string) => folder.write('agreements/pan.yaml', agreementText({ level }));
    damage('nonsense');
    const twice = load(folder, load(folder, before).ruleSet);
    damage('other nonsense');
    const once = load(folder, before);
    expect(load(folder, twice.ruleSet).ruleSet.version).toBe(once.ruleSet.version);
    expect(once.ruleSet.version).not.toBe(before.version);
  });
});
