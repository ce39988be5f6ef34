import { labelsOf } from '../testing/labels';
import { agreementText, guardrailText, makeRuleFolder, type RuleFolder } from '../testing/rule-folder';
import { loadRuleSet } from './load-rule-set';

/** Records of two owners, with attributes of which one is PROTECTED and one of those can never change. */
const labels = labelsOf(
  `type Crossing @owner(party: "PAN") @key(fields: "id") @record(of: PERSON)
     @attribute(name: "role", type: STRING, as: PERSONAL)
     @attribute(name: "minor", type: BOOLEAN, as: PERSONAL)
     @attribute(name: "claimant", type: BOOLEAN, as: PROTECTED)
     @attribute(name: "origin", type: STRING, as: PROTECTED, changes: false) {
     id: ID! @sensitivity(as: OPERATIONAL)
     sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
     birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
     claim: Boolean @sensitivity(as: PROTECTED) @about(subjects: [ASYLUM])
   }
   type Station @owner(party: "PAN") { name: String @sensitivity(as: OPERATIONAL) @about(subjects: [LOCATION]) }
   type Permit @owner(party: "COL") @record(of: PERMIT) @attribute(name: "stage", type: STRING, as: PERSONAL) {
     stage: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
   }
   type Mutation @owner(party: "PAN") { correct: Boolean @sensitivity(as: OPERATIONAL) }`,
  `type Crossing @owner(party: "PAN") @key(fields: "id") {
     id: ID! @sensitivity(as: OPERATIONAL)
     clinic: String @sensitivity(as: PERSONAL) @about(subjects: [HEALTH])
   }`,
);

/** The text of an agreement whose one grant has a condition, at line 18. */
const granted = (when: string, fields = 'Crossing: [sex]', level = 'full') =>
  `${agreementText({ fields, level })}    when: ${when}\n`;
/** The text of a file of caps whose one cap reaches a target; more of it starts at line 7. */
const capped = (target: string, ...more: string[]) =>
  guardrailText({ target }).replace('    scope:', [...more.map((line) => `    ${line}\n`), '    scope:'].join(''));
/** A row rule: it says no level. */
const rowRule = (target: string, ...more: string[]) => capped(target, ...more).replace('    level: none\n', '');

let folder: RuleFolder;
beforeEach(() => {
  folder = makeRuleFolder();
});
afterEach(() => folder.remove());

describe('conditions that are taken', () => {
  it.each<[string, string, string]>([
    ['of a grant', 'agreements', granted('{ role: SUSPECT, minor: false }')],
    ['of the request alone', 'agreements', granted('{ $caseGiven: true }', 'Station: [name]')],
    [
      'of a PROTECTED attribute for a PROTECTED field',
      'agreements',
      granted('{ claimant: true }', 'Crossing: [claim]'),
    ],
    ['of a cap on a field', 'guardrails', capped('fields: { Crossing: [sex] }', 'when: { role: SUSPECT }')],
    ['of all but some', 'guardrails', capped('fields: { Crossing: [sex] }', 'unless: { role: SUSPECT }')],
    [
      'of a tag that also reaches what lacks the attribute',
      'guardrails',
      capped('about: [LOCATION]', 'when: { role: X }'),
    ],
    ['of a tag that also reaches another subgraph', 'guardrails', capped('about: [HEALTH]', 'when: { minor: true }')],
    ['of a tag on PROTECTED fields alone', 'guardrails', capped('about: [ASYLUM]', 'when: { claimant: true }')],
    ['of rows', 'guardrails', rowRule('rows: [Crossing]', 'unless: { role: SUSPECT }')],
    [
      'of rows, on a PROTECTED fact that never changes',
      'guardrails',
      rowRule('rows: [Crossing]', 'when: { origin: X }'),
    ],
    [
      'of rows of subjects, some of which lack the attribute',
      'guardrails',
      rowRule('rowsOf: [PERSON, PLACE]', 'when: { minor: true }'),
    ],
    ['of no rows yet', 'guardrails', rowRule('rowsOf: [RETURN]', 'when: { anything: X }')],
    ['no condition: all rows', 'guardrails', rowRule('rows: [Crossing]')],
    ['a level that says the same', 'guardrails', capped('rows: [Crossing]')],
  ])('%s', (_, kind, text) => {
    folder.write(`${kind}/pan.yaml`, text);
    const { rejected, ruleSet } = loadRuleSet(folder.directory, labels);
    expect([...rejected.values()]).toEqual([]);
    expect([...ruleSet.rules.grants, ...ruleSet.rules.caps].filter(({ id }) => id !== 'G-SOURCE')).toHaveLength(1);
  });
});

/** A text, the line at which the fault must be reported, and the cause. */
type Refused = readonly [name: string, text: string, line: number, cause: RegExp];

const GRANTS: readonly Refused[] = [
  [
    'what cannot be read',
    granted('{ role: { $ne: SUSPECT } }'),
    18,
    /grants\.0\.when\.role: says \$eq, \$in, .* no negation/,
  ],
  ['null', granted('{ role: null }'), 18, /grants\.0\.when\.role: .*not null/],
  ['an empty condition', granted('{}'), 18, /grants\.0\.when: names no attribute/],
  [
    'a fault in a line of its own',
    granted('\n      $or:\n        - { role: SUSPECT }\n        - { role: [X] }'),
    21,
    /grants\.0\.when\.\$or\.1\.role/,
  ],
  [
    'an attribute that does not exist',
    granted('{ rank: X }'),
    18,
    /grant PAN-GRANT: Crossing has no attribute rank; it has role, minor, claimant, origin/,
  ],
  ['a value of another type', granted('{ minor: "true" }'), 18, /minor is a BOOLEAN, which true is not/],
  ['a variable that does not exist', granted('{ role: $requester.name }'), 18, /\$requester\.name is none of/],
  [
    'an attribute of a type without records',
    granted('{ role: X }', 'Station: [name]'),
    18,
    /the type has no attribute role/,
  ],
  [
    'a field that another subgraph answers',
    granted('{ role: X }', 'Crossing: [clinic]'),
    18,
    /Crossing\.clinic is not answered where the records of Crossing are stored \(one\)/,
  ],
  [
    'a mutation',
    granted('{ $caseGiven: true }', 'Mutation: [correct]', 'allow'),
    18,
    /Mutation\.correct is a mutation, which is allowed or not/,
  ],
  [
    'a PROTECTED attribute that a blank would tell',
    granted('{ claimant: true }'),
    18,
    /reads claimant, which is PROTECTED: where Crossing\.sex is blank, it would be told/,
  ],
  ['one that never changes, all the same', granted('{ origin: X }'), 18, /reads origin, which is PROTECTED/],
  [
    'one deep within',
    granted('{ $or: [{ role: X }, { $and: [{ minor: true }, { claimant: false }] }] }'),
    18,
    /reads claimant/,
  ],
  [
    'a PROTECTED field beside another',
    granted('{ claimant: true }', 'Crossing: [claim, sex]'),
    18,
    /Crossing\.sex is blank/,
  ],
];

const CAPS: readonly Refused[] = [
  [
    'when and unless',
    capped('about: [CHILD]', 'when: { minor: true }', 'unless: { minor: false }'),
    8,
    /cap PAN-CAP: says when and unless; a cap does one of the two/,
  ],
  [
    'an attribute of a named field',
    capped('fields: { Crossing: [sex] }', 'when: { rank: X }'),
    7,
    /Crossing has no attribute rank/,
  ],
  [
    'an attribute of a named type',
    capped('types: [Station]', 'unless: { role: X }'),
    7,
    /the type has no attribute role/,
  ],
  [
    'a named type of several subgraphs',
    capped('types: [Crossing]', 'when: { role: X }'),
    7,
    /Crossing\.clinic is not answered/,
  ],
  ['a value of another type, by a tag', capped('about: [CHILD]', 'when: { minor: 1 }'), 7, /minor is a BOOLEAN/],
  ['a variable, by a tag', capped('about: [LOCATION]', 'when: { role: $nobody }'), 7, /\$nobody is none of/],
  ['a mutation', capped('fields: { Mutation: [correct] }', 'when: { $caseGiven: true }'), 7, /which is allowed or not/],
  [
    'a PROTECTED attribute that a blank would tell',
    capped('fields: { Crossing: [sex] }', 'unless: { claimant: false }'),
    7,
    /reads claimant, which is PROTECTED/,
  ],
  [
    'one that a tag reaches',
    capped('about: [ASYLUM, CHILD]', 'when: { claimant: true }'),
    7,
    /Crossing\.birthDate is blank/,
  ],
  ['a type that does not exist', capped('types: [Voyage]'), 6, /Voyage does not exist/],
  ["another owner's type", capped('types: [Permit]'), 6, /Permit has no field of PAN/],
  ['a tag that nothing can carry', capped('returning: [SHIP]'), 6, /caps\.0\.returning/],
];

const ROWS: readonly Refused[] = [
  ['a level between', capped('rows: [Crossing]').replace('none', 'month'), 8, /a row exists or does not/],
  ['the whole', capped('rows: [Crossing]').replace('none', 'full'), 8, /a row rule has the level none, or no level/],
  [
    'a type without records',
    rowRule('rows: [Station]'),
    6,
    /Station declares no records; types that do are Crossing, Permit/,
  ],
  ['a type that does not exist', rowRule('rows: [Crossing, Voyage]'), 6, /Voyage declares no records/],
  ["another owner's rows", rowRule('rows: [Permit]'), 6, /Permit belongs to COL, not to PAN/],
  ['no type', rowRule('rows: []'), 6, /caps\.0\.rows/],
  ['an unknown subject', rowRule('rowsOf: [SHIP]'), 6, /caps\.0\.rowsOf/],
  ['rows and fields', rowRule('rows: [Crossing]', 'fields: { Crossing: [sex] }'), 5, /a cap does one of these/],
  ['rows and rows of a subject', rowRule('rows: [Crossing]', 'rowsOf: [PERSON]'), 5, /a cap does one of these/],
  [
    'an attribute that does not exist',
    rowRule('rows: [Crossing]', 'unless: { rank: X }'),
    7,
    /Crossing has no attribute rank/,
  ],
  ['a value of another type, by a subject', rowRule('rowsOf: [PERSON]', 'when: { minor: 1 }'), 7, /minor is a BOOLEAN/],
  ['a variable, where no rows are yet', rowRule('rowsOf: [RETURN]', 'when: { x: $nobody }'), 7, /\$nobody is none of/],
  [
    'a PROTECTED fact that can change',
    rowRule('rows: [Crossing]', 'when: { role: X, claimant: true }'),
    7,
    /reads claimant of Crossing, a PROTECTED fact that can change: the row's disappearance would tell it/,
  ],
  ['one by a subject', rowRule('rowsOf: [PERSON]', 'unless: { claimant: false }'), 7, /reads claimant of Crossing/],
];

describe('conditions that are refused, with file, line and cause', () => {
  const faultOf = (name: string, text: string) => {
    const file = folder.write(name, text);
    const { rejected } = loadRuleSet(folder.directory, labels);
    expect([...rejected.keys()]).toEqual(['PAN']);
    return { file, fault: rejected.get('PAN') };
  };

  it.each(GRANTS)('of a grant: %s', (_, text, line, cause) => {
    const { file, fault } = faultOf('agreements/pan.yaml', text);
    expect(fault).toMatchObject({ file, line });
    expect(fault?.message).toMatch(cause);
  });

  it.each([...CAPS, ...ROWS])('of a cap: %s', (_, text, line, cause) => {
    const { file, fault } = faultOf('guardrails/pan.yaml', text);
    expect(fault).toMatchObject({ file, line });
    expect(fault?.message).toMatch(cause);
  });

  it("in the guardrails of all they reject everything, whosever's records they reach", () => {
    const text = rowRule('rowsOf: [PERSON]', 'when: { claimant: true }').replaceAll('PAN', 'ALL');
    const file = folder.write('guardrails/rows.yaml', text);
    expect(() => loadRuleSet(folder.directory, labels)).toThrow(`${file}:7: cap ALL-CAP: reads claimant of Crossing`);
  });
});

describe('rules that would limit nothing', () => {
  const typed = labelsOf(`
    enum Stage { ASKED GIVEN }
    type Permit @owner(party: "COL") @record(of: PERMIT) @attribute(name: "stage", type: STRING, as: PERSONAL) {
      stage: Stage @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    }
    type Figure @owner(party: "COL") { value: Int! @sensitivity(as: PUBLIC) }`);
  const faultOf = (text: string) => {
    folder.write('guardrails/col.yaml', text);
    return loadRuleSet(folder.directory, typed).rejected.get('COL')?.message;
  };
  const restriction = (target: string, ...more: string[]) => capped(target, ...more).replaceAll('PAN', 'COL');

  it.each([
    ["an enum's value that there is not", 'when: { stage: GIVNE }', /GIVNE is no stage; it is one of ASKED, GIVEN/],
    ['a purpose that there is not', 'when: { $purpose: ENFORCMENT }', /ENFORCMENT is none of STATISTICS/],
    ['a role that there is not', 'when: { $requester.roles: INVESTIGATORS }', /INVESTIGATORS is none of ANALYST/],
    ['a party that nobody knows', 'when: { $requester.party: CO }', /CO is none of COL, PAN/],
    ['an agency that nobody knows', 'unless: { $requester.agency: SNMX }', /SNMX is none of MIGRACION_COLOMBIA, SNM/],
  ])('are refused: %s', (_, condition, cause) => {
    expect(faultOf(restriction('fields: { Permit: [stage] }', condition))).toMatch(cause);
    expect(faultOf(restriction('fields: { Permit: [stage] }', 'when: { stage: GIVEN }'))).toBeUndefined();
  });

  it('are refused: all fields of a type of which none can be blank', () => {
    expect(faultOf(restriction('types: [Permit, Figure]'))).toMatch(/Figure has no field of COL that can be blank/);
    expect(faultOf(restriction('types: [Permit]'))).toBeUndefined();
  });

  it('are refused: a condition nested deeper, or longer, than any rule needs', () => {
    const nested = (depth: number): string => (depth === 0 ? '{ stage: GIVEN }' : `{ $or: [${nested(depth - 1)}] }`);
    expect(faultOf(restriction('fields: { Permit: [stage] }', `when: ${nested(9)}`))).toMatch(
      /nested deeper than 8 times/,
    );
    expect(faultOf(restriction('fields: { Permit: [stage] }', `when: ${nested(8)}`))).toBeUndefined();
    const long = `{ $or: [${'{ stage: GIVEN }, '.repeat(101)}] }`;
    expect(faultOf(restriction('fields: { Permit: [stage] }', `when: ${long}`))).toMatch(/over 100 comparisons/);
  });
});
