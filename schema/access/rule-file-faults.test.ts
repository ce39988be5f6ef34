import { agreementText, FOLDER_LABELS, guardrailText, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { loadRuleSet } from './load-rule-set';

/** A change to the valid text, the line at which the fault must be reported, and the cause. */
type Fault = readonly [name: string, text: string, line: number, cause: RegExp];

const changed = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the text does not hold ${from}`);
  return text.replace(from, to);
};
const agreement = (from: string, to: string) => changed(agreementText(), from, to);
const guardrail = (from: string, to: string) => changed(guardrailText(), from, to);

const AGREEMENT_FAULTS: readonly Fault[] = [
  ['no YAML', agreement('fields:', 'fields: [\n     '), 16, /./],
  ['a key twice', agreement('level: full', 'level: full\n    level: full'), 18, /unique/],
  ['an unknown key', agreement('level: full', 'level: full\n    levl: full'), 18, /levl/],
  ['an unknown key at the top', agreement('from:', 'form: 2026-01-01\nfrom:'), 6, /form/],
  ['a missing key', agreement('    level: full\n', ''), 12, /level/],
  ['an id in small letters', agreement('id: PAN-GRANT', 'id: pan-grant'), 12, /capitals/],
  ['an unknown field', agreement('[sex]', '[gender]'), 14, /Crossing\.gender does not exist; Crossing has .*\bsex\b/],
  ['a field in another case', agreement('[sex]', '[Sex]'), 14, /did you mean Crossing\.sex\?/],
  ['an unknown type', agreement('Crossing:', 'Voyage:'), 14, /Voyage\.sex does not exist/],
  ['a structural field', agreement('Crossing: [sex]', 'Count: [value]'), 14, /Count\.value is structural/],
  ["another owner's field", agreement('Crossing: [sex]', 'Permit: [stage]'), 14, /belongs to COL, not to PAN/],
  ['a wildcard', agreement('[sex]', '["*"]'), 14, /wildcard/],
  ['a list without fields', agreement('[sex]', '[]'), 14, /fields/],
  ['no type at all', agreement('fields:\n      Crossing: [sex]', 'fields: {}'), 13, /names no field/],
  [
    'an unknown party',
    agreement('parties: [COL], ag', 'parties: [BRA], ag'),
    15,
    /BRA is no known party; known are COL, PAN/,
  ],
  ['an unknown agency', agreement('[MIGRACION_COLOMBIA]', '[ICE]'), 15, /ICE is no known agency; known are/],
  ['an unknown role', agreement('[ANALYST]', '[SPY]'), 15, /roles/],
  ['an unknown purpose', agreement('[MIGRATION_MANAGEMENT]', '[CURIOSITY]'), 16, /purposes/],
  [
    'a level off the chain',
    agreement('level: full', 'level: month'),
    17,
    /month is no level of Crossing\.sex; .* full > none/,
  ],
  ['a grant to a non-party', agreement('parties: [COL, PAN]', 'parties: [PAN]'), 15, /COL is no party to agreement/],
  ['an unknown party to it', agreement('parties: [COL, PAN]', 'parties: [COL, PAN, BRA]'), 4, /BRA is no known party/],
  ['an end before the beginning', agreement('to: 2027-01-01', 'to: 2025-12-31'), 12, /ends before it begins/],
  ['an end at the beginning', agreement('to: 2027-01-01', 'to: 2026-01-01'), 12, /ends before it begins/],
  ['a day that is none', agreement('from: 2026-01-01', 'from: 2026-02-30'), 6, /YYYY-MM-DD/],
  ['a month that is none', agreement('from: 2026-01-01', 'from: 2026-13-01'), 6, /YYYY-MM-DD/],
  ['no grant', agreement(agreementText().slice(agreementText().indexOf('\n  - id')), ' []\n'), 11, /grants/],
];

const GUARDRAIL_FAULTS: readonly Fault[] = [
  ['neither fields nor tags', guardrail('about: [CHILD]', ''), 5, /says no fields/],
  ['an empty map of fields', guardrail('about: [CHILD]', 'fields: {}'), 6, /names no field/],
  [
    'fields and tags',
    guardrail('about: [CHILD]', 'about: [CHILD]\n    fields: { Crossing: [sex] }'),
    5,
    /names fields, types, tags or rows; a cap does one of these/,
  ],
  [
    'an unknown field',
    guardrail('about: [CHILD]', 'fields: { Crossing: [gender] }'),
    6,
    /Crossing\.gender does not exist/,
  ],
  [
    "another owner's field",
    guardrail('about: [CHILD]', 'fields: { Permit: [stage] }'),
    6,
    /belongs to COL, not to PAN/,
  ],
  [
    'a field that is never blank',
    guardrail('about: [CHILD]', 'fields: { Crossing: [dataset] }'),
    6,
    /can never be blank/,
  ],
  ['a key', guardrail('about: [CHILD]', 'fields: { Crossing: [id] }'), 6, /Crossing\.id is a key/],
  ['an unknown tag', guardrail('[CHILD]', '[CHILDREN]'), 6, /about/],
  ['a level off the chain', guardrail('level: none', 'level: month'), 8, /month is no level of Crossing\.birthDate/],
  [
    'two ways of naming purposes',
    guardrail('scope:', 'purposes: [AUDIT]\n    exceptPurposes: [AUDIT]\n    scope:'),
    8,
    /both|one of the two/,
  ],
  ['an unknown scope', guardrail('CROSSING', 'SOMETIMES'), 7, /scope/],
  ['an unknown agency', guardrail('scope:', 'audience: { agencies: [ICE] }\n    scope:'), 7, /ICE is no known agency/],
  ['a reason in one language', guardrail(', es: Una prueba', ''), 9, /reason/],
  ['no source', guardrail('    source: The test\n', ''), 5, /source/],
];

describe('rule files that are refused, with file, line and cause', () => {
  let folder: RuleFolder;
  beforeEach(() => {
    folder = makeRuleFolder();
  });
  afterEach(() => folder.remove());

  const faultOf = (name: string, text: string) => {
    const file = folder.write(name, text);
    const { rejected, ruleSet } = loadRuleSet(folder.directory, FOLDER_LABELS);
    expect([...rejected.keys()]).toEqual(['PAN']);
    expect([...ruleSet.grants.keys()]).toEqual([]);
    // With no earlier part nothing of the owner is shown, its PUBLIC fields included.
    expect(new Set([...ruleSet.caps.values()].flat().map(({ id, level }) => `${id} ${level}`))).toEqual(
      new Set(['RULES-UNREADABLE none']),
    );
    return { file, fault: rejected.get('PAN') };
  };

  it('takes the texts that the faults below are made of', () => {
    folder.write('agreements/pan.yaml', agreementText());
    folder.write('guardrails/pan.yaml', guardrailText());
    const { ruleSet, rejected } = loadRuleSet(folder.directory, FOLDER_LABELS);
    expect([...rejected.values()]).toEqual([]);
    expect([...ruleSet.grants.keys()]).toEqual(['Crossing.sex']);
    expect([...ruleSet.caps.keys()]).toEqual(['Crossing.birthDate']);
  });

  it.each(AGREEMENT_FAULTS)('agreement: %s', (_, text, line, cause) => {
    const { file, fault } = faultOf('agreements/pan.yaml', text);
    expect(fault).toMatchObject({ file, line });
    expect(fault?.message).toMatch(cause);
    expect(fault?.message.startsWith(`${file}:${line}: `)).toBe(true);
  });

  it.each(GUARDRAIL_FAULTS)('guardrail: %s', (_, text, line, cause) => {
    const { file, fault } = faultOf('guardrails/pan.yaml', text);
    expect(fault).toMatchObject({ file, line });
    expect(fault?.message).toMatch(cause);
  });
});
