import { readFileSync } from 'node:fs';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import type { RootKey } from '@pasarela/schema/rule-bundles/root-keys';
import { contentOf } from '@pasarela/schema/rule-bundles/signed';
import { keyChangeOf, partyOf, signedChange, signedPart } from '@pasarela/schema/testing/rule-parties';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const CHANGE = '{ party number thumbprint inForce signedBy }';
const NEW_PAN = partyOf('PAN', 'another of PAN');
const NEW_COL = partyOf('COL', 'another of COL');
const SEX = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 1) { edges { node { sex } } } }',
} as const;

/** Root keys change by the old key or by the other parties, and not otherwise. */
describe('a root key changes', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
  });
  afterAll(() => federation.close());

  const oldKey = (party: string) => {
    const privateKey = JSON.parse(readFileSync(keyFiles.developmentRoot(federation.dataDirectory, party), 'utf8'));
    return { party, privateKey, key: { kty: 'OKP', crv: 'Ed25519', x: privateKey.x } as RootKey['key'] };
  };
  const changeOf = (to: typeof NEW_PAN, changes = {}) =>
    keyChangeOf(oldKey(to.party), to, { development: true, ...changes });
  const partIn = async (owner: string): Promise<OwnerPart> => {
    const { body } = await rules.ask('administrator.usa', '{ ruleOwners { code signed } }');
    return contentOf(
      JSON.parse(body.data.ruleOwners.find(({ code }: { code: string }) => code === owner).signed),
    ) as OwnerPart;
  };
  /** The rules of ALL as they are, with the signature of one more key. */
  const jointBy = async (by: typeof NEW_PAN) => signedPart(await partIn('ALL'), by);
  const handIn = async (as: string, signed: unknown, ...resigned: readonly unknown[]) => {
    const query = `mutation ($signed: String!, $resigned: [String!]) { changeRootKey(signed: $signed, resigned: $resigned) ${CHANGE} }`;
    return rules.ask(as, query, {
      signed: JSON.stringify(signed),
      resigned: resigned.map((one) => JSON.stringify(one)),
    });
  };
  const pinned = (party: string) =>
    (JSON.parse(readFileSync(keyFiles.rootKeys(federation.dataDirectory), 'utf8')) as RootKey[]).find(
      (one) => one.party === party,
    );

  it('no host, no stranger and no other party gives Panama a key', async () => {
    const change = await changeOf(NEW_PAN);
    // A key that is lost signs nothing: the party itself begins, and nobody else does in its name.
    const begun = await signedChange(change, NEW_PAN);
    expect(codeIn(await handIn('administrator.col', begun))).toBe('SIGNATURE_REFUSED');
    expect(codeIn(await handIn('administrator.pan', await signedChange(change, NEW_COL)))).toBe('SIGNATURE_REFUSED');
    expect((await handIn('administrator.pan', begun)).body.data.changeRootKey).toMatchObject({
      inForce: false,
      signedBy: [],
    });
    expect(
      (await handIn('administrator.col', await signedChange(change, oldKey('COL')))).body.data.changeRootKey,
    ).toMatchObject({ inForce: false, signedBy: ['COL'] });
    expect(codeIn(await handIn('administrator.col', await signedChange({ ...change, number: 7 }, oldKey('PAN'))))).toBe(
      'SIGNATURE_REFUSED',
    );
    expect(codeIn(await handIn('administrator.col', { payload: 'e30', signatures: [] }))).toBe('SIGNATURE_REFUSED');
    expect(codeIn(await handIn('auditor.pan', await signedChange(change, oldKey('PAN'))))).toBe('PURPOSE_NOT_GRANTED');
    expect(pinned('PAN')?.number).toBe(1);
  });

  it('signatures and parts that count for nothing keep nobody from signing', async () => {
    const change = await changeOf(NEW_PAN, { issuedAt: '2026-01-16T12:00:00Z' });
    const good = await signedChange(change, oldKey('COL'));
    const junk = { protected: good.signatures[0]?.protected ?? '', signature: 'A'.repeat(86) };
    const crowded = (by: string) => ({
      payload: good.payload,
      signatures: [
        ...Array.from({ length: 49 }, (_, index) => ({ ...junk, signature: `${by}${index}`.padEnd(86, 'A') })),
        ...good.signatures,
      ],
    });
    for (const by of ['a', 'b'])
      expect((await handIn('administrator.col', crowded(by))).body.data.changeRootKey.signedBy).toEqual(['COL']);
    const part = await partIn('PAN');
    const unsigned = await signedPart({ ...part, number: part.number + 1 }, NEW_COL);
    expect(codeIn(await handIn('administrator.col', good, unsigned))).toBe('SIGNATURE_REFUSED');
  });

  it('one party begins no more changes than can be looked through', async () => {
    for (let minute = 10; minute < 35; minute++) {
      const change = await changeOf(NEW_PAN, { issuedAt: `2026-01-17T12:${minute}:00Z` });
      await handIn('administrator.col', await signedChange(change, oldKey('COL')));
    }
    const { body } = await rules.ask('administrator.usa', '{ rootKeyChanges { signedBy content } }');
    const begunByColombia = body.data.rootKeyChanges.filter(({ signedBy }: { signedBy: string[] }) =>
      signedBy.includes('COL'),
    );
    // Twenty of its own, and the one that Panama began.
    expect(begunByColombia).toHaveLength(21);
  });

  it('its rules do not change on the way to another key', async () => {
    const signed = await signedChange(await changeOf(NEW_PAN), oldKey('PAN'));
    const { number, documents, ...rest } = await partIn('PAN');
    const wider = documents.map(({ name, text }) => ({
      name,
      text: text.replace('agencies: [SNM', 'agencies: [OTHER, SNM'),
    }));
    for (const part of [
      { ...rest, number: number + 1, documents: wider },
      { ...rest, number, documents },
      { ...rest, number: number + 1, documents, maxStalenessSeconds: 86_400 },
    ])
      expect(codeIn(await handIn('administrator.pan', signed, await signedPart(part, NEW_PAN)))).toBe(
        'SIGNATURE_REFUSED',
      );
    expect(pinned('PAN')?.number).toBe(1);
  });

  it('the old key hands over, with the rules as they are: nobody notices, and the old key signs nothing more', async () => {
    const part = await partIn('PAN');
    const next = await signedPart({ ...part, number: part.number + 1 }, NEW_PAN);
    const signed = await signedChange(await changeOf(NEW_PAN), oldKey('PAN'));
    const { body } = await handIn('administrator.pan', signed, next, await jointBy(NEW_PAN));
    expect(body.data.changeRootKey).toMatchObject({ party: 'PAN', number: 2, inForce: true });
    expect(pinned('PAN')).toMatchObject({ number: 2, key: NEW_PAN.key });
    expect(await partIn('PAN')).toEqual({ ...part, number: part.number + 1 });
    const { body: points } = await rules.ask('administrator.pan', '{ enforcementPoints { name confirmed } }');
    for (const point of points.data.enforcementPoints) expect(point).toMatchObject({ confirmed: true });
    expect((await federation.ask(SEX)).body.data.crossingRecords.edges[0].node.sex).toMatch(/MALE$/);
    const documents = await rules.changed('PAN', 'agreements/border-management.pan.yaml', (text) =>
      text.replace('nationality, sex,', 'nationality,'),
    );
    const draft = (await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: part.number + 1 }))
      .body.data.draftRules;
    expect(codeIn(await rules.publish('administrator.pan', draft.id, await rules.signedBy('PAN', draft.payload)))).toBe(
      'SIGNATURE_REFUSED',
    );
    const byNew = await signedPart(JSON.parse(draft.payload), NEW_PAN);
    expect((await rules.publish('administrator.pan', draft.id, byNew)).body.data.publishRules.number).toBe(
      part.number + 2,
    );
  });

  it('a lost key is replaced by more than half of the other parties together', async () => {
    const change = await changeOf(NEW_COL);
    const part = await partIn('COL');
    const next = await signedPart({ ...part, number: part.number + 1 }, NEW_COL);
    const alone = await signedChange(change, oldKey('COL'));
    expect(codeIn(await handIn('administrator.col', alone))).toBe('SIGNATURE_REFUSED');
    const lone = await handIn('administrator.col', await signedChange(change, NEW_COL), next, await jointBy(NEW_COL));
    expect(lone.body.data.changeRootKey).toMatchObject({ inForce: false });
    const one = await handIn('administrator.usa', await signedChange(change, oldKey('USA')));
    expect(one.body.data.changeRootKey).toMatchObject({ inForce: false, signedBy: ['USA'] });
    const both = await handIn('administrator.pan', await signedChange(change, NEW_PAN));
    expect(both.body.data.changeRootKey).toMatchObject({ inForce: true, number: 2 });
    expect(pinned('COL')?.key).toEqual(NEW_COL.key);
    expect((await partIn('COL')).number).toBe(part.number + 1);
    const { body } = await rules.ask('administrator.pan', `{ rootKeys { party number } rootKeyChanges ${CHANGE} }`);
    expect(body.data.rootKeys).toEqual([
      { party: 'COL', number: 2 },
      { party: 'HUM', number: 1 },
      { party: 'PAN', number: 2 },
      { party: 'USA', number: 1 },
    ]);
    // What was in force is not handed in twice.
    expect(
      (await handIn('administrator.pan', await signedChange(change, NEW_PAN))).body.data.changeRootKey.inForce,
    ).toBe(true);
  });
});
