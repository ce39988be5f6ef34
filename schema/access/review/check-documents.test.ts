import { agreementText, FOLDER_LABELS, guardrailText } from '../../testing/rule-folder';
import { assembleRuleSet } from '../assemble-rule-set';
import { namedDocuments } from '../rule-documents';
import { problemsIn } from './check-documents';

const party = (name: string) => ({ name: { en: name, es: name }, contact: name, agencies: [`${name}_AGENCY`, 'SNM'] });
const CONTEXT = {
  labels: FOLDER_LABELS,
  parties: { COL: { ...party('COL'), agencies: ['MIGRACION_COLOMBIA'] }, PAN: party('PAN') },
};
const check = (texts: Readonly<Record<string, string>>) =>
  problemsIn(namedDocuments(Object.entries(texts).map(([name, text]) => ({ name, text }))), 'PAN', CONTEXT);

describe('problemsIn', () => {
  it('finds nothing in what holds together', () => {
    expect(check({ 'agreements/a.yaml': agreementText(), 'guardrails/a.yaml': guardrailText() })).toEqual([]);
  });

  it('finds everything at once, with file, line and what was meant', () => {
    const grants = agreementText({ fields: 'Crossing: [sexx, on, birthDat]', level: 'mont' }).replace(
      'parties: [COL], agencies: [MIGRACION_COLOMBIA]',
      'parties: [COLL, COL], agencies: [MIGRACION_COLOMBI]',
    );
    const deprecations = `owner: PAN
deprecates:
  - { field: Crossing.seks, since: 2026-01-01, until: 2027-01-01, instead: Crossing.onn, reason: { en: A, es: B } }
  - { field: Permit.stage, since: 2026-01-01, until: 2025-01-01, instead: Crossing.on, reason: { en: A, es: B } }
`;
    const problems = check({ 'agreements/a.yaml': grants, 'deprecations/d.yaml': deprecations });
    expect(problems.map(({ file, line, suggestion }) => [file, line, suggestion])).toEqual([
      ['agreements/a.yaml', 15, 'COL'],
      ['agreements/a.yaml', 15, 'MIGRACION_COLOMBIA'],
      ['agreements/a.yaml', 15, null],
      ['agreements/a.yaml', 14, 'Crossing.sex'],
      ['agreements/a.yaml', 17, 'month'],
      ['agreements/a.yaml', 14, 'Crossing.birthDate'],
      ['deprecations/d.yaml', 3, 'Crossing.sex'],
      ['deprecations/d.yaml', 3, 'Crossing.on'],
      ['deprecations/d.yaml', 4, null],
      ['deprecations/d.yaml', 4, null],
    ]);
    expect(problems[4]?.message).toMatch(
      /^grant PAN-GRANT: mont is no level of Crossing.on; its chain is full > month/,
    );
  });

  it('tells every fault of shape, and which word was meant', () => {
    const text = agreementText()
      .replace('roles: [ANALYST]', 'roles: [ANALIST]')
      .replace('deleteBy: P1D', 'deleteBy: 1');
    const problems = check({ 'agreements/a.yaml': text, 'guardrails/g.yaml': 'guardrails: [' });
    expect(problems.map(({ file, suggestion }) => [file, suggestion])).toEqual([
      ['agreements/a.yaml', null],
      ['agreements/a.yaml', 'ANALYST'],
      ['guardrails/g.yaml', null],
    ]);
    expect(problems.every(({ line }) => line !== null)).toBe(true);
  });

  it("finds another owner's file, and a field that is deprecated twice", () => {
    const one =
      '  - { field: Crossing.sex, since: 2026-01-01, until: 2027-01-01, instead: Crossing.on, reason: { en: A, es: B } }\n';
    expect(check({ 'deprecations/d.yaml': `owner: COL\ndeprecates:\n${one}` })[0]?.message).toMatch(/is of COL/);
    expect(check({ 'deprecations/d.yaml': `owner: PAN\ndeprecates:\n${one}${one}` })).toEqual([
      {
        file: 'deprecations/d.yaml',
        line: null,
        message: 'deprecates Crossing.sex for the second time',
        suggestion: null,
      },
    ]);
  });

  it.each([
    ['a level', agreementText({ level: 'everything' })],
    ['a field', agreementText({ fields: 'Crossing: [ghost]' })],
    ['an owner', agreementText({ owner: 'COL' })],
    ['dates', agreementText().replace('2027', '2025')],
    ['a target', guardrailText({ target: 'types: [Ghost]' })],
    ['a word', guardrailText({ target: 'about: [GHOST]' })],
  ])('refuses exactly what would be refused: %s', (_, text) => {
    const name = text.startsWith('agreement') ? 'agreements/a.yaml' : 'guardrails/a.yaml';
    const ofAll = guardrailText({ owner: 'ALL', target: 'about: [SOURCE]' });
    const partyText = (code: string) =>
      `party: ${code}\nname: { en: A, es: A }\ncontact: c\nagencies: [MIGRACION_COLOMBIA]\n`;
    const documents = new Map([
      ['ALL', namedDocuments([{ name: 'guardrails/all.yaml', text: ofAll }])],
      ['COL', namedDocuments([{ name: 'parties/col.yaml', text: partyText('COL') }])],
      [
        'PAN',
        namedDocuments([
          { name: 'parties/pan.yaml', text: partyText('PAN') },
          { name, text },
        ]),
      ],
    ]);
    const assembled = { documents, labels: FOLDER_LABELS, previous: undefined, origin: 'test', version: '1' };
    const { rejected } = assembleRuleSet(assembled);
    const [first] = check({ [name]: text });
    expect(rejected.get('PAN')?.message).toBe(`${first?.file}:${first?.line}: ${first?.message}`);
  });
});
