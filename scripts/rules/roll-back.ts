import { randomUUID } from 'node:crypto';
import { ask, DRAFT, publishDraft } from './administration';
import type { RuleFlags } from './options';

/** Brings the texts of an earlier publication of an owner into force again, as a new one, if nobody else has to approve. */
export async function rollBack(flags: RuleFlags): Promise<string> {
  const { owner, note } = flags;
  if (!owner) throw new Error('--owner needs the party whose rules to take back');
  const toNumber = Number(flags.to);
  if (!Number.isSafeInteger(toNumber) || toNumber < 1)
    throw new Error('--to needs the number of a publication, like 3');
  const { ruleOwners } = await ask(flags, '{ ruleOwners { code number } }', {});
  const now = ruleOwners.find(({ code }: { code: string }) => code === owner);
  const input = {
    owner,
    toNumber,
    expectedNumber: now?.number ?? 0,
    note: note ?? `Back to ${toNumber}`,
    clientKey: randomUUID(),
  };
  const query = `mutation ($input: RollBackRulesInput!) { rollBackRules(input: $input) { ${DRAFT} } }`;
  return publishDraft((await ask(flags, query, { input })).rollBackRules, flags);
}
