import { randomUUID } from 'node:crypto';
import { ask, DRAFT, publish } from './administration';
import type { RuleFlags } from './options';

/** What is revoked, or let in again, by the flags. @throws one line that says what to give. */
function thingIn({ person, tokensBefore, issuer, issuerKey, agreement }: RuleFlags) {
  const before = tokensBefore === 'now' ? new Date().toISOString() : tokensBefore;
  if (person) return { person, ...(before && { tokensBefore: before }) };
  if (issuer && issuerKey) return { issuer, key: issuerKey };
  if (agreement) return { agreement };
  throw new Error('Say what: --person NAME, --issuer ADDRESS with --issuer-key NAME, or --agreement ID');
}

/** Revokes something of one's own party and publishes that at once. */
export const revoke = (flags: RuleFlags): Promise<string> => draftAndPublish('revokeAccess', flags);

/** Lets something in again; a second person has to approve it first. */
export const restore = (flags: RuleFlags): Promise<string> => draftAndPublish('restoreAccess', flags);

async function draftAndPublish(mutation: 'revokeAccess' | 'restoreAccess', flags: RuleFlags): Promise<string> {
  const owner = (flags.as ?? '').split('.')[1]?.toUpperCase();
  const { ruleOwners } = await ask(flags, '{ ruleOwners { code number } }', {});
  const expectedNumber = ruleOwners.find(({ code }: { code: string }) => code === owner)?.number ?? 0;
  const note = flags.note ?? (mutation === 'revokeAccess' ? 'Revoked' : 'Let in again');
  const input = { ...thingIn(flags), expectedNumber, note, clientKey: randomUUID() };
  const answer = await ask(flags, `mutation ($input: RevocationInput!) { ${mutation}(input: $input) { ${DRAFT} } }`, {
    input,
  });
  return publish({ ...flags, draft: answer[mutation].id });
}
