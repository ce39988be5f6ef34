import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { partyOf } from '@pasarela/schema/testing/rule-parties';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration } from '../federation/rule-administration';

const GOVERNANCE = 'agreements/governance.all.yaml';

/** The parties sign what they set together one after another, and one of them cannot keep the others from it. */
describe('the rules of ALL are signed', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let draft: { id: string; payload: string };

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
    const { number } = await rules.rulesOf('ALL');
    const documents = await rules.changed('ALL', GOVERNANCE, (text) => `# Worded otherwise.\n${text}`);
    const { body } = await rules.draft('administrator.pan', { owner: 'ALL', documents, expectedNumber: number });
    draft = body.data.draftRules;
  });
  afterAll(() => federation.close());

  const sign = (as: string, signed: unknown) =>
    rules.ask(as, 'mutation ($id: ID!, $signed: String!) { signRules(id: $id, signed: $signed) { state } }', {
      id: draft.id,
      signed: JSON.stringify(signed),
    });

  it('what is signed by no key that counts, or is another change, is refused at once', async () => {
    const { payload } = draft;
    const stranger = await signContent(payload, 'pasarela-rules+jws', partyOf('COL').privateKey);
    expect(codeIn(await sign('administrator.col', stranger))).toBe('SIGNATURE_REFUSED');
    const other = await rules.signedBy('COL', payload.replace('otherwise', 'another way'));
    expect(codeIn(await sign('administrator.col', other))).toBe('SIGNATURE_REFUSED');
  });

  it('sixty signatures of one party are one, and the others publish', async () => {
    const { id, payload } = draft;
    for (let spaces = 0; spaces < 60; spaces++) {
      const signed = await rules.signedBy('COL', `${payload}${' '.repeat(spaces)}`);
      expect(codeIn(await sign('administrator.col', signed))).toBeUndefined();
    }
    for (const party of ['USA', 'HUM'])
      expect(
        codeIn(await sign(`administrator.${party.toLowerCase()}`, await rules.signedBy(party, payload))),
      ).toBeUndefined();
    const { body } = await rules.publish('administrator.pan', id, await rules.signedBy('PAN', payload));
    expect(body.data.publishRules).toMatchObject({ owner: 'ALL', newest: true });
  });
});
