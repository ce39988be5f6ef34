import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { sign } from '@pasarela/scripts/rules/administration';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';
import { JoiningParty } from './joining-party/joining-party';
import { type AskedField, askForEverything, sensitivityOf } from './joining-party/what-is-shown';

/** The field that Panama grants, and the list that leads to it. */
const GRANTED = ['CrossingRecord.sex', 'Query.crossingRecords'];
const SEXES = '{ crossingRecords(first: 2) { edges { node { sex } } } }';
const AGREEMENT = `agreement: SEARCH-BRAZIL
owner: PAN
title: { en: Records along the route, es: Registros en la ruta }
parties: [PAN, BRA]
legalGround: { en: A memorandum of a test, es: Un memorando de prueba }
from: 2024-01-01
to: 2034-01-01
obligations:
  deleteBy: P90D
  passingOn: { en: To nobody., es: A nadie. }
grants:
  - id: PAN-SEARCH-BRAZIL
    fields: { Query: [crossingRecords], CrossingRecord: [sex] }
    audience: { parties: [BRA], roles: [ANALYST] }
    purposes: [MIGRATION_MANAGEMENT]
    level: full
`;
/** What every party sees, and what follows the field that it belongs to. */
const ANYBODYS = ['NONE', 'PUBLIC'];

/** What may become of a field that nobody granted. Only what is PROTECTED may not even exist. */
const WHAT_BECOMES_OF: Readonly<Record<string, unknown>> = {
  NONE: expect.stringMatching(/^(SHOWN|WITHHELD|TOO_COSTLY)$/),
  PUBLIC: expect.stringMatching(/^(SHOWN|WITHHELD|TOO_COSTLY)$/),
  STATISTICAL: 'WITHHELD',
  OPERATIONAL: 'WITHHELD',
  PERSONAL: 'WITHHELD',
  SENSITIVE: 'WITHHELD',
  PROTECTED: expect.stringMatching(/^(UNKNOWN_FIELD|WITHHELD)$/),
};
const MINUTES_MS = 120_000;

/** Brazil joins an exchange that runs, and nothing is started again. */
describe('a party joins', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let brazil: JoiningParty;
  let fingerprint: string;
  let atFirst: AskedField[];

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
    brazil = new JoiningParty(federation);
  }, MINUTES_MS);
  afterAll(async () => {
    await federation.close();
    brazil.close();
  });

  const trustFiles = () => {
    const folder = path.dirname(keyFiles.issuers(federation.dataDirectory));
    return readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
  };
  const codeOf = async () => codeIn(await brazil.ask('{ __typename }'));
  const signDraft = async (party: string, id: string) => {
    const tokenFile = path.join(brazil.folder, `${party}.token`);
    writeFileSync(tokenFile, await federation.token(`administrator.${party.toLowerCase()}`));
    const key = keyFiles.developmentRoot(federation.dataDirectory, party);
    const url = `${federation.gateway.url}/graphql`;
    expect(await sign(id, { dir: brazil.rulesFolder, tokenFile, key, url })).toContain('Signed.');
  };
  const draftIn = (output: string) =>
    output
      .match(/\(draft ([\w-]+)\)/g)
      ?.at(-1)
      ?.slice(7, -1) as string;

  it('makes its keys, its enrolment and its rules on its own machine; keys are its alone', async () => {
    fingerprint = await brazil.enrol();
    expect(fingerprint).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    for (const use of ['root', 'issuer'])
      expect(statSync(path.join(brazil.folder, `keys/bra.${use}.private.jwk.json`)).mode & 0o777).toBe(0o600);
    for (const use of ['root', 'issuer']) {
      const { d } = JSON.parse(brazil.read(`keys/bra.${use}.private.jwk.json`));
      expect(`${brazil.output}${brazil.read('enrolment.bra.json')}`).not.toContain(d);
    }
    expect(await codeOf()).toBe('UNAUTHENTICATED');
  });

  it('is not admitted under another fingerprint, nor altered on its way', async () => {
    const before = trustFiles();
    await expect(brazil.admit('0000-0000-0000-0000-0000')).rejects.toMatchObject({ code: 'FINGERPRINT_DIFFERS' });
    const altered = path.join(brazil.folder, 'altered.json');
    const { payload, signatures } = JSON.parse(brazil.read('enrolment.bra.json'));
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    content.issuer.issuer = 'https://identity.thief.example/';
    const other = Buffer.from(JSON.stringify(content)).toString('base64url');
    writeFileSync(altered, JSON.stringify({ payload: other, signatures }));
    await expect(brazil.admit(fingerprint, altered)).rejects.toMatchObject({ code: 'ENROLMENT_ALTERED' });
    expect(trustFiles()).toEqual(before);
    expect(await codeOf()).toBe('UNAUTHENTICATED');
  });

  it('is admitted by each operator, and known at once; admitting it again changes nothing', async () => {
    await brazil.admit(fingerprint.toLowerCase().replaceAll('-', ' '));
    const after = trustFiles();
    await brazil.admit(fingerprint);
    expect(trustFiles()).toEqual(after);
    expect(brazil.output).toContain('nothing is added');
    expect(await codeOf()).toBe('NO_PARTY');
  });

  it('has its first rules brought by others: one drafts, another approves, and it alone signs', async () => {
    await brazil.publishFirst('administrator.pan');
    const id = draftIn(brazil.output);
    const draft = (await rules.ask('deputy.pan', `{ ruleDraft(id: "${id}") { state changeHash payload } }`)).body.data
      .ruleDraft;
    expect(draft.state).toBe('AWAITING_APPROVAL');
    const early = await rules.publish('administrator.pan', id, await rules.signedBy('PAN', draft.payload));
    expect(codeIn(early)).toBe('APPROVAL_NEEDED');
    expect(codeIn(await rules.approve('administrator.pan', id, draft.changeHash))).toBe('OWN_APPROVAL');
    await rules.approve('deputy.pan', id, draft.changeHash);
    for (const other of ['PAN', 'COL', 'USA'])
      expect(codeIn(await rules.publish('administrator.pan', id, await rules.signedBy(other, draft.payload)))).toBe(
        'SIGNATURE_REFUSED',
      );
    expect(await codeOf()).toBe('NO_PARTY');
    await brazil.publishFirst('administrator.pan', { draft: id });
    const signed = await brazil.signFirst();
    await brazil.publishFirst('administrator.pan', { draft: id, signed });
    expect(brazil.output).toContain('Rule set 1 of BRA is published.');
    const points = brazil.output.match(/in force at {5}/g) ?? [];
    expect(points).toHaveLength(federation.subgraphs.length + 1);
    expect((await brazil.ask('{ __typename }')).body.data).toEqual({ __typename: 'Query' });
  });

  it('is from then on the only one who touches its rules', async () => {
    const { number, documents } = await rules.rulesOf('BRA');
    expect([number, documents.map(({ name }) => name)]).toEqual([1, ['parties/bra.yaml']]);
    const draft = await rules.draft('administrator.pan', { owner: 'BRA', documents, expectedNumber: 1 });
    expect(codeIn(draft)).toBe('NOT_YOUR_RULES');
  });

  it(
    'sees what is PUBLIC and nothing else, whatever it asks for',
    async () => {
      atFirst = await askForEverything(brazil, 'MIGRATION_MANAGEMENT');
      expect(atFirst.length).toBeGreaterThan(150);
      for (const { coordinate, outcome } of atFirst)
        expect([coordinate, outcome]).toEqual([coordinate, WHAT_BECOMES_OF[sensitivityOf(coordinate)]]);
      expect(await askForEverything(brazil, 'STATISTICS')).toEqual(atFirst);
    },
    MINUTES_MS,
  );

  it(
    'sees one field more once Panama grants it, and nothing else',
    async () => {
      const records = async () => (await brazil.ask(SEXES, 'MIGRATION_MANAGEMENT')).body.data.crossingRecords;
      expect(await records()).toBeNull();
      const { number, documents } = await rules.rulesOf('PAN');
      const added = { name: 'agreements/search-brazil.pan.yaml', text: AGREEMENT };
      const input = { owner: 'PAN', documents: [...documents, added], expectedNumber: number };
      const draft = (await rules.draft('administrator.pan', input)).body.data.draftRules;
      await rules.approve('deputy.pan', draft.id, draft.changeHash);
      await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload));
      const shown = (asked: AskedField[]) =>
        asked
          .filter(({ coordinate, outcome }) => outcome === 'SHOWN' && !ANYBODYS.includes(sensitivityOf(coordinate)))
          .map(({ coordinate }) => coordinate)
          .sort();
      expect(shown(await askForEverything(brazil, 'MIGRATION_MANAGEMENT'))).toEqual(GRANTED);
      expect(await askForEverything(brazil, 'STATISTICS')).toEqual(atFirst);
      for (const { node } of (await records()).edges) expect(node.sex).toMatch(/^(FE)?MALE$/);
    },
    MINUTES_MS,
  );

  it('administers its own rules once all agree to it, each signing what all set together', async () => {
    const asBrazil = () => brazil.administer('{ ruleOwners { code } }');
    expect((await asBrazil()).body.data.ruleOwners).toBeNull();
    const { number } = await rules.rulesOf('ALL');
    const documents = await rules.changed('ALL', 'agreements/governance.all.yaml', (text) =>
      text.replaceAll('parties: [COL, PAN, USA, HUM]', 'parties: [BRA, COL, PAN, USA, HUM]'),
    );
    const input = { owner: 'ALL', documents, expectedNumber: number };
    const draft = (await rules.draft('administrator.pan', input)).body.data.draftRules;
    await rules.approve('deputy.col', draft.id, draft.changeHash);
    const publish = async () =>
      codeIn(await rules.publish('administrator.pan', draft.id, await rules.signedBy('PAN', draft.payload)));
    expect(await publish()).toBe('SIGNATURE_REFUSED');
    await signDraft('COL', draft.id);
    expect(await publish()).toBe('SIGNATURE_REFUSED');
    await signDraft('USA', draft.id);
    expect(await publish()).toBeUndefined();
    expect((await asBrazil()).body.data.ruleOwners.map(({ code }: { code: string }) => code)).toContain('BRA');
  });

  it('a second party cannot take its code, its issuer or its keys', async () => {
    const thief = new JoiningParty(federation);
    const before = trustFiles();
    try {
      const other = await thief.enrol({ issuer: 'https://identity.thief.example/' });
      await expect(thief.admit(other)).rejects.toMatchObject({ code: 'ENROLMENT_CONFLICT' });
      expect(trustFiles()).toEqual(before);
    } finally {
      thief.close();
    }
  });

  it('signs nothing but its own files', async () => {
    const file = path.join(brazil.folder, 'first-rules.bra.draft.json');
    const part = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(path.join(brazil.folder, 'first-rules.signed.json'));
    for (const change of [
      { number: 2 },
      { owner: 'PAN' },
      { documents: [{ name: 'parties/bra.yaml', text: 'party: BRA' }] },
    ]) {
      writeFileSync(file, JSON.stringify({ ...part, ...change }));
      await expect(brazil.signFirst()).rejects.toMatchObject({ fault: 'notThese' });
    }
    expect(readdirSync(brazil.folder)).not.toContain('first-rules.signed.json');
  });
});
