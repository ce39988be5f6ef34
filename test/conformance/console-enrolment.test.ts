import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readParty } from '@pasarela/schema/access/read-owners-part';
import { namedDocuments, type RuleDocument } from '@pasarela/schema/access/rule-documents';
import { loadContract } from '@pasarela/schema/contract';
import { checkAddresses } from '@pasarela/schema/enrolment/admission';
import { domesticAgreement } from '@pasarela/schema/enrolment/domestic-agreement';
import { domesticGrants } from '@pasarela/schema/enrolment/domestic-grants';
import { openEnrolment } from '@pasarela/schema/enrolment/open-enrolment';
import { partyDocument } from '@pasarela/schema/enrolment/party-document';
import { readPinnedParties } from '@pasarela/schema/enrolment/pin-party';
import { readSubgraphLabels } from '@pasarela/schema/labels/read-subgraph-labels';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { signersOf } from '@pasarela/schema/rule-bundles/verify-signatures';
import { admit } from '@pasarela/scripts/party/admit';
import { Teller } from '@pasarela/scripts/party/teller';
import fc from 'fast-check';
import { EMPTY_FORM, type EnrolmentForm } from '../../gateway/console/enrolment/enrolment-form';
import { type MadeEnrolment, makeEnrolment } from '../../gateway/console/enrolment/make-enrolment';

const NOW = new Date('2026-03-01T10:00:00Z');
const BRAZIL: EnrolmentForm = {
  ...EMPTY_FORM,
  party: 'BRA',
  nameEn: 'Brazil',
  nameEs: 'Brasil',
  contact: 'Ministério da Justiça, encarregado (dados@mj.example)',
  agencies: 'PF = Polícia Federal\n\nCONARE=Comitê Nacional para os Refugiados',
  issuer: ' https://identity.bra.example/ ',
  subgraphs: 'brazil-refuge = https://data.bra.example/graphql',
};

async function madeOf(form: EnrolmentForm, sdl: string | null = null): Promise<MadeEnrolment> {
  const outcome = await makeEnrolment(form, sdl, NOW);
  if (!('made' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.made;
}
const textOf = ({ files }: MadeEnrolment, name: string): string => files.find((file) => file.name === name)?.text ?? '';

/** The console imports nothing of ours, so it writes the files of an enrolment by itself: this keeps them the same. */
describe('what the page of the console makes', () => {
  it('is opened, compared and pinned by the command', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-page-'));
    try {
      const made = await madeOf(BRAZIL);
      const file = path.join(directory, 'enrolment.bra.json');
      writeFileSync(file, textOf(made, 'enrolment.bra.json'));
      const teller = new Teller('en', () => undefined);
      await admit(file, { fingerprint: made.fingerprint, dataDirectory: directory }, teller);
      const { issuers, rootKeys, outbound } = readPinnedParties(directory);
      expect([...rootKeys.keys()]).toEqual(['BRA']);
      expect(issuers.get('https://identity.bra.example/')).toMatchObject({ party: 'BRA', development: false });
      expect(outbound.pinned).toEqual(['data.bra.example:443']);
      const root = JSON.parse(textOf(made, 'bra.root.private.jwk.json'));
      const signed = await signContent('{}', 'pasarela-rules+jws', root);
      expect(await signersOf(signed, 'pasarela-rules+jws', rootKeys)).toEqual(new Set(['BRA']));
      const issuer = JSON.parse(textOf(made, 'bra.issuer.private.jwk.json'));
      expect(issuers.get('https://identity.bra.example/')?.keys).toEqual([
        { kty: 'OKP', crv: 'Ed25519', x: issuer.x, kid: issuer.kid },
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('holds no private key in anything that is public, and other keys each time', async () => {
    const [one, other] = [await madeOf(BRAZIL), await madeOf(BRAZIL)];
    const keys = [one, other].flatMap(({ files }) =>
      files
        .filter(({ use }) => use === 'rootKey' || use === 'issuerKey')
        .map(({ text }) => JSON.parse(text).d as string),
    );
    expect(new Set(keys).size).toBe(4);
    const open = [one, other].flatMap(({ files }) => files.filter(({ use }) => use === 'enrolment' || use === 'rules'));
    for (const { text } of open)
      for (const key of keys) {
        expect(text).not.toContain(key);
        expect(
          Buffer.from(JSON.parse(/^\{/.test(text) ? text : '{"payload":""}').payload, 'base64url').toString(),
        ).not.toContain(key);
      }
  });

  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
  const line = fc.oneof(word, fc.constantFrom('PF = Polícia', 'X=', '=Y', 'brazil-x = https://a.example', ''));
  const address = fc.oneof(
    word,
    fc.webUrl(),
    fc.constantFrom('https://u:p@a.example/', 'https://127.1/', 'https://[::1]/', 'https://localhost/', 'file:///etc'),
  );
  const anyForm = fc.record<EnrolmentForm>({
    party: fc.oneof(fc.constantFrom('BRA', 'ALL', 'ANY', 'bra', 'B'), word),
    nameEn: word,
    nameEs: word,
    contact: word,
    agencies: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
    issuer: address,
    subgraphs: fc
      .array(
        address.map((url) => `brazil-${url.length} = ${url}`),
        { maxLength: 2 },
      )
      .map((lines) => lines.join('\n')),
    legalGroundEn: word,
    legalGroundEs: word,
  });
  /** One field of a form that is right is replaced by anything. */
  const spoiled = fc
    .tuple(anyForm, fc.constantFrom(...(Object.keys(BRAZIL) as (keyof EnrolmentForm)[])))
    .map(([form, field]) => ({ ...BRAZIL, [field]: form[field] }));

  it('is taken by every operator, whatever the page took, and its rules are what the command writes', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled, anyForm), async (form) => {
        const outcome = await makeEnrolment(form, null, NOW);
        if (!('made' in outcome)) return;
        made++;
        const { party } = outcome.made;
        const file = outcome.made.files.find(({ use }) => use === 'enrolment')?.text as string;
        const { enrolment, fingerprint } = await openEnrolment(file);
        expect(fingerprint).toBe(outcome.made.fingerprint);
        checkAddresses(enrolment, { networks: [] });
        const document = partyDocument(enrolment);
        expect(textOf(outcome.made, document.name)).toBe(document.text);
        const [read] = namedDocuments([document]) as [RuleDocument];
        expect(readParty(read, party)).toEqual({
          name: enrolment.name,
          contact: enrolment.contact,
          agencies: enrolment.agencies.map(({ code }) => code),
        });
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(30);
  });

  it.each([
    ['party', 'bra', 'partyCode'],
    ['party', 'ALL', 'partyCode'],
    ['party', '', 'needed'],
    ['nameEn', ' ', 'needed'],
    ['nameEs', 'a\u202eb', 'unprintable'],
    ['contact', 'x'.repeat(201), 'tooLong'],
    ['agencies', '', 'needed'],
    ['agencies', 'pf = Polícia', 'agencyCode'],
    ['agencies', 'PF', 'named'],
    ['agencies', 'PF = a\nPF = b', 'twice'],
    ['issuer', 'http://identity.bra.example/', 'address'],
    ['issuer', 'https://a:b@identity.bra.example/', 'address'],
    ['subgraphs', 'https://data.bra.example/', 'subgraphName'],
    ['subgraphs', 'brazil-refuge = file:///etc/passwd', 'address'],
    ['subgraphs', 'brazil-refuge = https://169.254.169.254/', 'innerAddress'],
    ['subgraphs', 'brazil-refuge = https://2130706433/', 'innerAddress'],
    ['subgraphs', 'brazil-refuge = https://localhost/', 'innerAddress'],
  ])('is nothing while %s is %j: %s', async (field, value, problem) => {
    expect(await makeEnrolment({ ...BRAZIL, [field]: value }, null, NOW)).toEqual({
      problems: { [field]: problem },
      schemaProblem: false,
    });
  });

  const { subgraphs } = loadContract();
  const ground = { legalGroundEn: 'A law', legalGroundEs: 'Una ley' };

  it.each(
    [...subgraphs].flatMap(([name, sdl]) => ['COL', 'PAN', 'USA', 'BRA'].map((party) => [name, party, sdl] as const)),
  )('of %s, grants to the own staff of %s what the command grants', async (name, party, sdl) => {
    const made = await madeOf({ ...BRAZIL, ...ground, party }, sdl);
    const expected = domesticAgreement({
      party,
      name: { en: 'Brazil', es: 'Brasil' },
      legalGround: { en: 'A law', es: 'Una ley' },
      grants: domesticGrants(party, readSubgraphLabels(name, sdl).fields),
      from: NOW,
    });
    expect(textOf(made, `agreements/domestic.${party.toLowerCase()}.yaml`)).toBe(expected?.text ?? '');
  });

  it('asks for the law once there is something to grant, and takes no schema that it cannot read', async () => {
    const sdl = subgraphs.get('panama-darien-flow') as string;
    const without = await makeEnrolment({ ...BRAZIL, party: 'PAN' }, sdl, NOW);
    expect(without).toMatchObject({ problems: { legalGroundEn: 'legalGround', legalGroundEs: 'legalGround' } });
    const renamed = 'extend schema @link(url: "x", import: [{ name: "@owner", as: "@mine" }])';
    for (const unreadable of ['type {', renamed])
      expect(await makeEnrolment(BRAZIL, unreadable, NOW)).toEqual({ problems: {}, schemaProblem: true });
  });
});
