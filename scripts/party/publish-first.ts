import path from 'node:path';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import { draftFiles, draftNamed, publish, type ToldDraft, told } from '../rules/administration';
import type { RuleFlags } from '../rules/options';
import { PartyFault } from './fault';
import { ensureRuleFolders } from './rule-folders';
import type { Teller } from './teller';

/**
 * Brings the first rules of a party that was admitted, as an administrator of a party that is there already:
 * drafts them, waits for a second administrator, has the party sign them, and publishes what it signed.
 */
export async function publishFirst(party: string, flags: RuleFlags, teller: Teller): Promise<void> {
  ensureRuleFolders(flags.dir);
  const draft = flags.draft ? await draftNamed(flags.draft, flags) : await draftFiles({ ...flags, owner: party });
  const who = flags.tokenFile ? `--token-file ${flags.tokenFile}` : `--as ${flags.as}`;
  const slots = { party, dir: flags.dir, draft: draft.id, who };
  if (draft.state === 'AWAITING_APPROVAL') {
    teller.repeat(told(draft));
    return teller.say('approveFirst', { ...slots, hash: draft.changeHash ?? '' });
  }
  if (draft.state !== 'READY_TO_PUBLISH') throw new PartyFault('notReady', { state: draft.state });
  if (flags.key || flags.signed) return teller.repeat(await publish({ ...flags, draft: draft.id }));
  const file = await keepForSigning(draft, flags);
  teller.say('payload', { ...slots, file, base: path.basename(file) });
}

/** Writes what the party has to sign beside its rules. */
async function keepForSigning({ owner, payload }: ToldDraft, { dir }: RuleFlags): Promise<string> {
  const file = path.join(path.dirname(path.resolve(dir)), `first-rules.${owner.toLowerCase()}.draft.json`);
  writeDurably(file, payload ?? '');
  return file;
}
