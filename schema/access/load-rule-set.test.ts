import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadContract } from '../contract';
import { schemaDirectory } from '../package-directory';
import { agreementText, FOLDER_LABELS, guardrailText, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { subjectOf } from '../testing/rules';
import { decide } from './decide';
import { loadRuleSet } from './load-rule-set';
import { versionOfFolder as versionOf } from './rule-documents';
import type { RuleSet } from './rule-set';

const FAULTY = agreementText({ level: 'month' });
const COLOMBIAN = agreementText({ owner: 'COL', fields: 'Permit: [stage]' }).replace(
  '{ parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST] }',
  '{ parties: [PAN] }',
);

const load = (folder: RuleFolder, previous?: RuleSet) => loadRuleSet(folder.directory, FOLDER_LABELS, previous);
const sexIn = (ruleSet: RuleSet) => decide(ruleSet, subjectOf({ agency: 'MIGRACION_COLOMBIA' }), 'Crossing.sex').level;
const stageIn = (ruleSet: RuleSet) => decide(ruleSet, subjectOf({ party: 'PAN' }), 'Permit.stage').level;

describe('loadRuleSet', () => {
  let folder: RuleFolder;
  beforeEach(() => {
    folder = makeRuleFolder();
    folder.write('agreements/pan.yaml', agreementText());
    folder.write('agreements/col.yaml', COLOMBIAN);
  });
  afterEach(() => folder.remove());

  it('puts valid rules in force', () => {
    const { ruleSet, rejected } = load(folder);
    expect(rejected.size).toBe(0);
    expect([sexIn(ruleSet), stageIn(ruleSet)]).toEqual(['full', 'full']);
    expect(ruleSet.agreements.map(({ id }) => id).sort()).toEqual(['COL-TEST', 'PAN-TEST']);
  });

  it('reads break-glass grants: an agreement is opened as a whole, for 1 to 72 hours', () => {
    const glass = (hours: string) => `${agreementText()}    breakGlass: { hours: ${hours} }\n`;
    const faultOf = (first: string, second?: string) => {
      folder.write('agreements/pan.yaml', glass(first));
      if (second) folder.write('agreements/pan-second.yaml', glass(second));
      return load(folder).rejected.get('PAN')?.message;
    };
    expect(faultOf('4')).toBeUndefined();
    expect(sexIn(load(folder).ruleSet)).toBe('none');
    for (const hours of ['0', '73', '1.5', 'many']) expect(faultOf(hours)).toMatch(/pan\.yaml:\d+: .*hours/);
    expect(faultOf('4', '4')).toBeUndefined();
    expect(faultOf('4', '5')).toMatch(/:\d+: an agreement is opened as a whole/);
  });

  it("one invalid rule rejects its owner's part and leaves the others' in force", () => {
    folder.write('agreements/pan.yaml', FAULTY);
    const { ruleSet, rejected } = load(folder);
    expect([...rejected.keys()]).toEqual(['PAN']);
    expect([sexIn(ruleSet), stageIn(ruleSet)]).toEqual(['none', 'full']);
  });

  it("an invalid rule in one file rejects the same owner's valid files too", () => {
    folder.write('agreements/second.yaml', FAULTY);
    expect(sexIn(load(folder).ruleSet)).toBe('none');
  });

  it('an invalid restriction takes away what its owner grants, not only the restriction', () => {
    folder.write('guardrails/pan.yaml', guardrailText({ level: 'month' }));
    const { ruleSet, rejected } = load(folder);
    expect(rejected.get('PAN')?.file).toMatch(/guardrails\/pan\.yaml$/);
    expect([sexIn(ruleSet), stageIn(ruleSet)]).toEqual(['none', 'full']);
  });

  it('keeps the last valid part of an owner, grants and caps', () => {
    folder.write('guardrails/pan.yaml', guardrailText());
    const valid = load(folder).ruleSet;
    folder.write('agreements/pan.yaml', FAULTY);
    folder.write('guardrails/pan.yaml', guardrailText({ target: 'about: [ASYLUM]' }));
    const { ruleSet } = load(folder, valid);
    expect(sexIn(ruleSet)).toBe('full');
    expect([...ruleSet.caps.keys()]).toEqual(['Crossing.birthDate']);
    expect(ruleSet.version).not.toBe(valid.version);
  });

  it('keeps it over several faulty versions, and takes the next valid one', () => {
    const valid = load(folder).ruleSet;
    folder.write('agreements/pan.yaml', FAULTY);
    const once = load(folder, valid).ruleSet;
    folder.write('agreements/pan.yaml', agreementText({ fields: 'Crossing: [nowhere]' }));
    const twice = load(folder, once).ruleSet;
    expect(sexIn(twice)).toBe('full');
    folder.write('agreements/pan.yaml', agreementText({ fields: 'Crossing: ["on"]' }));
    expect(sexIn(load(folder, twice).ruleSet)).toBe('none');
  });

  it.each([
    ['a faulty guardrail of ALL', guardrailText({ owner: 'ALL', level: 'month' })],
    ['a file that does not say whose it is', 'guardrails: X\n'],
    ['a file of nobody that is known', guardrailText({ owner: 'PANA' })],
    ['an empty file', ''],
  ])('%s rejects everything', (_, text) => {
    const file = folder.write('guardrails/people.yaml', text);
    expect(() => load(folder)).toThrow(file);
  });

  it('finds the owner of a faulty file however it is quoted', () => {
    folder.write('agreements/pan.yaml', FAULTY.replace('owner: PAN', 'owner: "PAN" # ours'));
    expect([...load(folder).rejected.keys()]).toEqual(['PAN']);
  });

  it('without guardrails of ALL nothing loads: they never vanish with a file that was moved', () => {
    rmSync(path.join(folder.directory, 'guardrails', 'all.yaml'));
    expect(() => load(folder)).toThrow('holds no guardrails of owner ALL');
  });

  it('a party that cannot be read rejects its own part, and stays the party that it was', () => {
    const valid = load(folder).ruleSet;
    const file = folder.write('parties/col.yaml', 'party: COL\nname: Colombia\n');
    const { ruleSet, rejected } = load(folder, valid);
    expect([...rejected].map(([owner, { message }]) => [owner, message])).toEqual([
      ['COL', expect.stringContaining(`${file}:2: name`)],
    ]);
    expect([ruleSet.parties.COL, stageIn(ruleSet), sexIn(ruleSet)]).toEqual([valid.parties.COL, 'full', 'full']);
    expect(Object.keys(load(folder).ruleSet.parties)).toEqual(['PAN']);
  });

  it("a document of one party in another's place is that party's, whatever its file is called", () => {
    folder.write(
      'agreements/pan-second.yaml',
      COLOMBIAN.replace('COL-TEST', 'COL-OTHER').replace('COL-GRANT', 'COL-G2'),
    );
    expect(
      load(folder)
        .ruleSet.agreements.map(({ owner }) => owner)
        .sort(),
    ).toEqual(['COL', 'COL', 'PAN']);
  });
});

describe('versionOfFolder', () => {
  it('names the content: it changes with any file and comes back with it', () => {
    const folder = makeRuleFolder();
    const empty = versionOf(folder.directory);
    folder.write('agreements/pan.yaml', agreementText());
    const one = versionOf(folder.directory);
    folder.write('agreements/pan.yaml', FAULTY);
    const other = versionOf(folder.directory);
    folder.write('agreements/pan.yaml', agreementText());
    expect(new Set([empty, one, other]).size).toBe(3);
    expect(versionOf(folder.directory)).toBe(one);
    folder.remove();
  });
});

describe('the rules that ship', () => {
  it('are valid, every part of them', () => {
    const { ruleSet, rejected } = loadRuleSet(schemaDirectory, loadContract().labels);
    expect([...rejected.values()]).toEqual([]);
    expect(Object.keys(ruleSet.parties)).toEqual(['COL', 'HUM', 'PAN', 'USA']);
  });

  it('use each rule id once', () => {
    const { grants, caps } = loadRuleSet(schemaDirectory, loadContract().labels).ruleSet.rules;
    const rules = [...grants, ...caps];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
