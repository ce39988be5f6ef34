import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadContract } from '@pasarela/schema/contract';
import { openEnrolment } from '@pasarela/schema/enrolment/open-enrolment';
import { type NewPartyFlags, newParty } from './new-party';
import { Teller } from './teller';

const { subgraphs } = loadContract();
const PANAMA = subgraphs.get('panama-darien-flow') as string;
/** The head of a subgraph's schema: the directives as the contract has them. */
const HEAD = PANAMA.slice(0, PANAMA.indexOf('schema {'));
const refuge = (fields: string) => `${HEAD}
type Query {
  refugeRequests: [RefugeRequest!] @owner(party: "BRA") @sensitivity(as: OPERATIONAL)
}
type RefugeRequest @owner(party: "BRA") {
${fields}
}
`;
const FIELDS = `  year: Int @sensitivity(as: PUBLIC)
  count: Int @sensitivity(as: STATISTICAL)
  on: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  child: Boolean @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
  claim: String @sensitivity(as: PROTECTED) @about(subjects: [ASYLUM])`;

describe('a party that brings a schema', () => {
  let out: string;
  let said: string;
  beforeEach(() => {
    out = mkdtempSync(path.join(tmpdir(), 'pasarela-new-'));
    said = '';
  });
  afterEach(() => rmSync(out, { recursive: true }));

  const make = (party: string, sdl: string, changes: Partial<NewPartyFlags> = {}) => {
    const schema = path.join(out, 'schema.graphql');
    writeFileSync(schema, sdl);
    const flags: NewPartyFlags = {
      nameEn: 'A party',
      nameEs: 'Una parte',
      agency: ['X=An agency'],
      issuer: 'https://identity.example.org/',
      contact: 'an officer',
      subgraph: [],
      schema,
      legalGroundEn: 'A law',
      legalGroundEs: 'Una ley',
      out,
      ...changes,
    };
    const teller = new Teller('en', (text) => {
      said += text;
    });
    return newParty(party, flags, teller);
  };
  const read = (name: string) => readFileSync(path.join(out, name), 'utf8');

  it('that is part of the exchange has its grants among the rules, and its digest in the enrolment', async () => {
    await make('PAN', PANAMA);
    expect(read('rules/agreements/domestic.pan.yaml')).toContain('id: PAN-DOMESTIC-RECORDS');
    const { enrolment } = await openEnrolment(read('enrolment.pan.json'));
    expect(enrolment.schema?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(said).not.toContain('not part of the exchange yet');
  });

  it('that is not composed yet has its grants kept apart, with nothing PROTECTED among them', async () => {
    await make('BRA', refuge(FIELDS));
    expect(existsSync(path.join(out, 'rules/agreements/domestic.bra.yaml'))).toBe(false);
    const text = read('rules-when-composed/agreements/domestic.bra.yaml');
    expect(text).toContain(
      '      RefugeRequest: ["count"]\n    audience: { parties: [BRA], roles: [ANALYST, DASHBOARD',
    );
    expect(text).toContain(
      '      RefugeRequest: ["on"]\n    audience: { parties: [BRA], roles: [ANALYST, ADMINISTRATOR',
    );
    expect(text).toContain(
      '      RefugeRequest: ["on", "child"]\n    audience: { parties: [BRA], roles: [PROTECTION_OFFICER',
    );
    expect(text).not.toMatch(/claim|year/);
    expect(said).toContain('not part of the exchange yet');
  });

  it('keeps a rule that somebody changed by hand, and says so', async () => {
    await make('BRA', refuge(FIELDS));
    const file = path.join(out, 'rules/parties/bra.yaml');
    writeFileSync(file, 'party: BRA # by hand\n');
    await make('BRA', refuge(FIELDS));
    expect(read('rules/parties/bra.yaml')).toBe('party: BRA # by hand\n');
    expect(said).toContain(`Kept ${file}`);
  });

  it.each<[string, string, Partial<NewPartyFlags>, object]>([
    ['no law', refuge(FIELDS), { legalGroundEs: '' }, { fault: 'noLegalGround' }],
    ['a field without a label', refuge('  year: Int'), {}, { fault: 'badSchema' }],
    [
      'a field of nobody known',
      refuge('  year: Int @owner(party: "BRZ") @sensitivity(as: PUBLIC)'),
      {},
      { fault: 'badSchema' },
    ],
    [
      "another party's field as its own",
      refuge(FIELDS).replace(
        'type Query {',
        'type Nationality { nameEn: String @owner(party: "BRA") @sensitivity(as: PUBLIC) }\ntype Query {',
      ),
      {},
      { fault: 'badSchema' },
    ],
    ['no GraphQL', 'type {', {}, { fault: 'badSchema' }],
    ['an agency without a name', refuge(FIELDS), { agency: ['PF'] }, { fault: 'badAgency' }],
    ['a subgraph without an address', refuge(FIELDS), { subgraph: ['brazil-refuge'] }, { fault: 'badSubgraph' }],
  ])('with %s makes nothing', async (_, sdl, changes, fault) => {
    await expect(make('BRA', sdl, changes)).rejects.toMatchObject(fault);
    for (const name of ['keys', 'rules', 'enrolment.bra.json']) expect(existsSync(path.join(out, name))).toBe(false);
  });
});
