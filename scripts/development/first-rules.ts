import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { type LabelTable, OWNER_ALL } from '@pasarela/schema/labels/label';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { developmentRootKeys, readRootKeys } from '@pasarela/schema/rule-bundles/root-keys-file';
import { signContent, togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import type { Store } from '@pasarela/store/connect';
import {
  isSameContent,
  keepPublished,
  newestOf,
  type OwnersFiles,
  partOfFiles,
  withPublishedRules,
} from '../rules/published-rules';

/** What the first rules of a developer's machine are made of. */
export interface FirstRulesOptions {
  readonly storeAddress: string;
  readonly labels: LabelTable;
  readonly dataDirectory: string;
  readonly rulesDirectory: string;
  readonly now: Date;
}

/**
 * Publishes the rules of a folder, signed with the DEVELOPMENT root keys of this machine: each owner's first
 * part, and the next one of an owner whose files changed since they were last published from here.
 *
 * @returns the owners whose files are other rules than an administrator published since: these stay.
 */
export async function publishFirstRules(options: FirstRulesOptions): Promise<string[]> {
  const { documents } = documentsByOwner(readRuleFolder(options.rulesDirectory));
  return withPublishedRules(options.storeAddress, async (connection) => {
    const left: string[] = [];
    for (const [owner, ofOwner] of documents)
      if (!(await publishFrom({ owner, documents: ofOwner }, connection, options))) left.push(owner);
    return left;
  });
}

/** Who publishes from files on a developer's machine. */
const FROM_FILES = 'development files';

/** Returns whether what is published is what the files say. */
async function publishFrom(
  { owner, documents }: Pick<OwnersFiles, 'owner' | 'documents'>,
  connection: Store['connection'],
  { labels, now, dataDirectory }: FirstRulesOptions,
): Promise<boolean> {
  const newest = await newestOf(owner, connection);
  const number = (newest?.number ?? 0) + 1;
  const part = partOfFiles({ owner, documents, number, labels, now });
  if (newest && isSameContent(newest.part, part)) return true;
  // What an administrator published since is not replaced by files.
  if (newest && newest.publishedBy !== FROM_FILES) return false;
  const signed = await signedWithDevelopmentKeys(part, dataDirectory);
  await keepPublished({ owner, number, signed, publishedBy: FROM_FILES, now }, connection);
  return true;
}

/** Signs a part with the development root keys: its owner's own, or all that this machine has for what all set together. */
export async function signedWithDevelopmentKeys(part: OwnerPart, dataDirectory: string): Promise<Signed> {
  const parties =
    part.owner === OWNER_ALL ? developmentRootKeys(readRootKeys(keyFiles.rootKeys(dataDirectory))) : [part.owner];
  const text = JSON.stringify(part);
  const all = parties.map((party) =>
    signContent(text, 'pasarela-rules+jws', readKeyFile(keyFiles.developmentRoot(dataDirectory, party))),
  );
  return togetherSigned(await Promise.all(all));
}
