import { governance } from '@pasarela/governance/index';
import { publishedPartModel } from '@pasarela/governance/published-part.model';
import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { nameOfDocument, type RuleDocument, readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { type LabelTable, OWNER_ALL } from '@pasarela/schema/labels/label';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { readRootKeys } from '@pasarela/schema/rule-bundles/root-keys-file';
import { signContent, togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import { openStore, type Store } from '@pasarela/store/connect';
import { databaseOf } from '../start/run-subgraph';

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
  const store = await openStore({ address: options.storeAddress, database: databaseOf(governance), durable: true });
  try {
    const left: string[] = [];
    for (const [owner, ofOwner] of documents)
      if (!(await publishFrom({ owner, documents: ofOwner }, store, options))) left.push(owner);
    return left;
  } finally {
    await store.close();
  }
}

/** Who publishes from files on a developer's machine. */
const FROM_FILES = 'development files';

interface OwnersFiles {
  readonly owner: string;
  readonly documents: readonly RuleDocument[];
}

/** Returns whether what is published is what the files say. */
async function publishFrom(
  { owner, documents }: OwnersFiles,
  { connection }: Store,
  options: FirstRulesOptions,
): Promise<boolean> {
  const model = publishedPartModel(connection);
  const newest = await model.findOne({ owner }).sort({ number: -1 }).lean();
  const number = (newest?.number ?? 0) + 1;
  const part = makePart({
    owner,
    number,
    issuedAt: options.now.toISOString(),
    labels: options.labels,
    documents: documents.map((document) => ({ name: nameOfDocument(document), text: document.text })),
  });
  if (newest && isSameContent(contentOf(JSON.parse(newest.signed) as Signed) as OwnerPart, part)) return true;
  // What an administrator published since is not replaced by files.
  if (newest && newest.publishedBy !== FROM_FILES) return false;
  const signed = await signedWithDevelopmentKeys(part, options.dataDirectory);
  await model.create({
    _id: `${owner}:${number}`,
    owner,
    number,
    signed: JSON.stringify(signed),
    publishedAt: options.now.toISOString(),
    publishedBy: FROM_FILES,
    draft: null,
  });
  return true;
}

const isSameContent = (one: OwnerPart, other: OwnerPart): boolean =>
  JSON.stringify([one.documents, one.labels]) === JSON.stringify([other.documents, other.labels]);

/** Signs a part with the development root keys: its owner's own, or all of them for what all set together. */
export async function signedWithDevelopmentKeys(part: OwnerPart, dataDirectory: string): Promise<Signed> {
  const parties = part.owner === OWNER_ALL ? [...readRootKeys(keyFiles.rootKeys(dataDirectory)).keys()] : [part.owner];
  const text = JSON.stringify(part);
  const all = parties.map((party) =>
    signContent(text, 'pasarela-rules+jws', readKeyFile(keyFiles.developmentRoot(dataDirectory, party))),
  );
  return togetherSigned(await Promise.all(all));
}
