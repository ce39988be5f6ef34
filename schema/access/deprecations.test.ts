import { agreementText, FOLDER_LABELS, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { loadRuleSet } from './load-rule-set';
import { compareRuleSets } from './review/compare-rule-sets';
import { mayShowMore } from './review/only-withholds';
import type { RuleSet } from './rule-set';

const ENTRY =
  '{ field: Crossing.sex, since: 2026-01-01, until: 2027-01-01, instead: Crossing.on, reason: { en: A, es: B } }';
const textOf = (entry: string, owner = 'PAN') => `owner: ${owner}\ndeprecates:\n  - ${entry}\n`;

describe('deprecations of fields', () => {
  let folder: RuleFolder;
  beforeEach(() => {
    folder = makeRuleFolder();
    folder.write('agreements/pan.yaml', agreementText());
  });
  afterEach(() => folder.remove());
  const load = (previous?: RuleSet) => loadRuleSet(folder.directory, FOLDER_LABELS, previous);

  it('stand in the rule set by their fields, and make another version of it', () => {
    const { ruleSet: without } = load();
    folder.write('deprecations/pan.yaml', textOf(ENTRY));
    const { ruleSet, rejected } = load();
    expect(rejected.size).toBe(0);
    expect([...without.deprecations.keys()]).toEqual([]);
    expect(ruleSet.deprecations.get('Crossing.sex')).toMatchObject({ owner: 'PAN', instead: 'Crossing.on' });
    expect(ruleSet.version).not.toBe(without.version);
  });

  it.each([
    [
      'of another owner',
      ENTRY.replace('Crossing.sex', 'Permit.stage'),
      /:3: .*Permit\.stage belongs to COL, not to PAN/,
    ],
    ['of nothing', ENTRY.replace('Crossing.sex', 'Crossing.sexx'), /:3: .*Crossing\.sexx does not exist/],
    ['of a key', ENTRY.replace('Crossing.sex', 'Crossing.id'), /:3: .*Crossing\.id is a key/],
    ['of a structural field', ENTRY.replace('Crossing.sex', 'Count.value'), /:3: .*structural/],
    ['by nothing', ENTRY.replace('Crossing.on', 'Crossing.onn'), /:3: .*Crossing\.onn does not exist/],
    ['by a text in one language', ENTRY.replace('Crossing.on', 'another'), /:3: .*instead: is a field like/],
    ['that ends before it begins', ENTRY.replace('2027', '2025'), /:3: .*is not after since/],
    ['without a reason', ENTRY.replace('en: A, ', ''), /:3: .*reason\.en/],
    ['twice', `${ENTRY}\n  - ${ENTRY}`, /deprecates Crossing\.sex for the second time/],
  ])('%s: the whole part is refused, and the last valid one stays', (_, entry, cause) => {
    folder.write('deprecations/pan.yaml', textOf(ENTRY));
    const valid = load().ruleSet;
    folder.write('deprecations/pan.yaml', textOf(entry));
    const { ruleSet, rejected } = load(valid);
    expect(rejected.get('PAN')?.message).toMatch(cause);
    expect(ruleSet.deprecations.get('Crossing.sex')?.until).toBe(Date.parse('2027-01-01'));
    expect([...ruleSet.grants.keys()]).toEqual(['Crossing.sex']);
  });

  it('show nobody more or less: one person announces and takes back', () => {
    const before = load().ruleSet;
    folder.write('deprecations/pan.yaml', textOf(ENTRY));
    const after = load().ruleSet;
    const partOf = ({ rules, parties }: RuleSet) => ({
      ...rules,
      caps: rules.caps.filter(({ owner }) => owner === 'PAN'),
      party: parties.PAN,
      revocations: [],
      pinned: {},
      maxStalenessSeconds: 900,
    });
    for (const [one, other] of [[before, after] as const, [after, before] as const]) {
      expect(mayShowMore(partOf(one), partOf(other), FOLDER_LABELS)).toEqual([]);
      expect(compareRuleSets(one, other, Date.parse('2026-06-01'))).toEqual([]);
    }
  });
});
