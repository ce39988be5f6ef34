import { codeIn, RuleAdministration } from '../../federation/rule-administration';
import type { Attack, Stage } from '../attack';
import { signedToken } from '../forge/token';

const BORDER = 'agreements/border-management.pan.yaml';
const LONGER = (text: string): string => text.replace(/^to: .*$/m, 'to: 2033-01-01');

/** A draft of Panama's that shows its records for longer. */
async function wideningDraft(rules: RuleAdministration) {
  const { number } = await rules.rulesOf('PAN');
  const documents = await rules.changed('PAN', BORDER, LONGER);
  const { body } = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
  expect(body.data.draftRules.state).toBe('AWAITING_APPROVAL');
  return body.data.draftRules as { id: string; changeHash: string; payload: string };
}

async function publishAlone(stage: Stage): Promise<void> {
  const rules = new RuleAdministration(stage);
  const { id, payload } = await wideningDraft(rules);
  expect(codeIn(await rules.publish('administrator.pan', id, await rules.signed(payload)))).toBe('APPROVAL_NEEDED');
}

/** The author once more, whom their issuer names for a second agency of Panama. */
function approveForAnotherAgency(stage: Stage, id: string, changeHash: string) {
  const claims = {
    sub: 'administrator.pan',
    agency: 'MINISTERIO_PUBLICO',
    roles: ['ADMINISTRATOR'],
    purposes: ['POLICY_ADMINISTRATION'],
    assurance: 3,
  };
  return stage.ask({
    headers: { authorization: `Bearer ${signedToken(stage, 'PAN', { claims })}` },
    purpose: 'POLICY_ADMINISTRATION',
    query: 'mutation ($id: ID!, $changeHash: String!) { approveRules(id: $id, changeHash: $changeHash) { state } }',
    variables: { id, changeHash },
  });
}

async function approveOneself(stage: Stage): Promise<void> {
  const rules = new RuleAdministration(stage);
  const { id, changeHash, payload } = await wideningDraft(rules);
  expect(codeIn(await rules.approve('administrator.pan', id, changeHash))).toBe('OWN_APPROVAL');
  expect(codeIn(await approveForAnotherAgency(stage, id, changeHash))).toBe('OWN_APPROVAL');
  expect(codeIn(await rules.publish('administrator.pan', id, await rules.signed(payload)))).toBe('APPROVAL_NEEDED');
}

/** Colombia's administrator tries each mutation on Panama's rules. */
async function touchForeignRules(stage: Stage): Promise<void> {
  const rules = new RuleAdministration(stage);
  const { id, changeHash, payload } = await wideningDraft(rules);
  const { number } = await rules.rulesOf('PAN');
  const documents = await rules.changed('PAN', BORDER, LONGER);
  const foreign = 'administrator.col';
  const signed = await rules.signedBy('COL', payload);
  const sign = 'mutation ($id: ID!, $signed: String!) { signRules(id: $id, signed: $signed) { id } }';
  const revoke = 'mutation ($input: RevocationInput!) { revokeAccess(input: $input) { id } }';
  const agreement = { agreement: 'PAN-DOMESTIC', expectedNumber: (await rules.rulesOf('COL')).number };
  const input = { ...agreement, note: 'Ours now', clientKey: 'foreign' };
  expect(codeIn(await rules.draft(foreign, { owner: 'PAN', documents, expectedNumber: number }))).toBe(
    'NOT_YOUR_RULES',
  );
  expect(codeIn(await rules.approve(foreign, id, changeHash))).toBe('UNKNOWN_DRAFT');
  expect(codeIn(await rules.ask(foreign, sign, { id, signed: JSON.stringify(signed) }))).toBe('UNKNOWN_DRAFT');
  expect(codeIn(await rules.publish(foreign, id, signed))).toBe('UNKNOWN_DRAFT');
  expect(codeIn(await rules.withdraw(foreign, id))).toBe('UNKNOWN_DRAFT');
  expect(codeIn(await rules.ask(foreign, revoke, { input }))).toBe('RULES_INVALID');
  const { body } = await rules.ask(foreign, 'query ($id: ID!) { ruleDraft(id: $id) { note } }', { id });
  expect(body.data.ruleDraft).toBeNull();
}

/** The attacks of threat 56. */
export const attacks: readonly Attack[] = [
  {
    number: 56,
    title: 'one person alone publishes nothing that shows more',
    on: 'governed',
    guards: ['secondPerson'],
    run: publishAlone,
  },
  {
    number: 56,
    title: 'nobody approves what they wrote',
    on: 'governed',
    guards: ['anotherPerson'],
    run: approveOneself,
  },
  {
    number: 56,
    title: "an administrator of one party touches nothing of another's",
    on: 'governed',
    guards: ['ownRules', 'ownDrafts'],
    run: touchForeignRules,
  },
];
