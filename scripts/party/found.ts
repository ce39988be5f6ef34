import path from 'node:path';
import type { Config } from '@pasarela/gateway/config';
import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { developmentRootKeys, readRootKeys } from '@pasarela/schema/rule-bundles/root-keys-file';
import { ensureMachineKeys } from '../development/development-keys';
import { rulesIn } from '../rules/options';
import { isSameContent, keepPublished, newestOf, partOfFiles, withPublishedRules } from '../rules/published-rules';
import { SUBGRAPHS } from '../subgraphs';
import { type CollectedSignatures, collectSignature, missingSigners } from './collect-signatures';
import { PartyFault } from './fault';
import type { Teller } from './teller';

/** What an owner's shipped rules are signed and published with. */
export interface FoundFlags {
  readonly owner: string;
  readonly dir: string;
  /** The private root key of a party; none where its signature stands in `signed` already. */
  readonly key?: string;
  /** Where signatures are collected. */
  readonly signed?: string;
  /** Only signs: on a machine that does not distribute rules. */
  readonly signOnly?: boolean;
  /** ALL: goes on once more than half of the parties signed. */
  readonly quorum?: boolean;
}

/** What is founded on. */
type FoundConfig = Pick<Config, 'dataDirectory' | 'storeAddress'>;

/** Signs an owner's shipped rules with production root keys, and publishes them once all who have to have signed. */
export async function found(flags: FoundFlags, config: FoundConfig, teller: Teller): Promise<void> {
  const { owner, dir } = flags;
  const { contract } = rulesIn({ dir });
  const { documents } = documentsByOwner(readRuleFolder(dir));
  const ofOwner = documents.get(owner);
  if (!ofOwner) throw new PartyFault('noFiles', { owner, dir });
  const rootKeys = readRootKeys(keyFiles.rootKeys(config.dataDirectory));
  for (const party of developmentRootKeys(rootKeys)) throw new PartyFault('developmentKey', { party });
  const part = partOfFiles({ owner, documents: ofOwner, number: 1, labels: contract.labels, now: new Date() });
  const file = flags.signed ?? path.join(config.dataDirectory, 'founding', `${owner.toLowerCase()}.signed.json`);
  if (!flags.signOnly && (await isPublished(part, config, teller))) return;
  const collected = await collectSignature({ part, file, dir, key: flags.key, rootKeys });
  teller.say('signedFor', { signers: [...collected.signers].join(', ') });
  const missing = missingSigners(owner, collected, { rootKeys, quorum: flags.quorum ?? false });
  if (missing.length > 0) return teller.say('stillNeeded', { missing: missing.join(', '), owner, file });
  if (!flags.signOnly) await publishFounding(part, collected, { config, owners: [...documents.keys()], teller });
}

/** Whether an owner has published these very rules. @throws when it has published others. */
async function isPublished(part: OwnerPart, { storeAddress }: FoundConfig, teller: Teller): Promise<boolean> {
  const { owner } = part;
  const newest = await withPublishedRules(storeAddress, (connection) => newestOf(owner, connection));
  if (!newest) return false;
  if (!isSameContent(newest.part, part)) throw new PartyFault('published', { owner, number: newest.number });
  teller.say('foundedBefore', { owner, number: newest.number });
  return true;
}

interface Founding {
  readonly config: FoundConfig;
  /** Every owner of a shipped rule. */
  readonly owners: readonly string[];
  readonly teller: Teller;
}

async function publishFounding(
  { owner, number }: OwnerPart,
  { signed }: CollectedSignatures,
  { config, owners, teller }: Founding,
): Promise<void> {
  await ensureMachineKeys(
    config.dataDirectory,
    SUBGRAPHS.map(({ name }) => name),
  );
  const left = await withPublishedRules(config.storeAddress, async (connection) => {
    await keepPublished({ owner, number, signed, publishedBy: '', now: new Date() }, connection);
    const published = await Promise.all(owners.map(async (one) => ((await newestOf(one, connection)) ? [] : [one])));
    return published.flat();
  });
  teller.say('founded', { owner });
  if (left.length > 0) teller.say('ownersLeft', { owners: left.join(', ') });
  else teller.say('readyToStart');
}
