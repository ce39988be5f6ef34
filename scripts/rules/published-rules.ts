import { governance } from '@pasarela/governance/index';
import {
  type PublishedPart,
  publishedPart,
  publishedPartModel,
} from '@pasarela/governance/publications/published-part.model';
import { nameOfDocument, type RuleDocument } from '@pasarela/schema/access/rule-documents';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import { openStore, type Store } from '@pasarela/store/connect';
import { databaseOf } from '../start/run-subgraph';

/** An owner's files, and what a part of them says besides. */
export interface OwnersFiles {
  readonly owner: string;
  readonly documents: readonly RuleDocument[];
  readonly number: number;
  readonly labels: LabelTable;
  readonly now: Date;
}

/** The part that an owner's files make. */
export const partOfFiles = ({ owner, documents, number, labels, now }: OwnersFiles): OwnerPart =>
  makePart({
    owner,
    number,
    issuedAt: now.toISOString(),
    labels,
    documents: documents.map((document) => ({ name: nameOfDocument(document), text: document.text })),
  });

/** Whether two parts say the same, whenever they were made. */
export const isSameContent = (one: OwnerPart, other: OwnerPart): boolean =>
  JSON.stringify([one.documents, one.labels]) === JSON.stringify([other.documents, other.labels]);

/** Does something with the store in which published rules are kept, while nothing else has it open. */
export async function withPublishedRules<Result>(
  storeAddress: string,
  act: (connection: Store['connection']) => Promise<Result>,
): Promise<Result> {
  const store = await openStore({ address: storeAddress, database: databaseOf(governance), durable: true });
  try {
    return await act(store.connection);
  } finally {
    await store.close();
  }
}

/** An owner's newest published part, and what it says. */
export async function newestOf(owner: string, connection: Store['connection']) {
  const newest = await publishedPartModel(connection).findOne({ owner }).sort({ number: -1 }).lean<PublishedPart>();
  return newest && { ...newest, part: contentOf(JSON.parse(newest.signed) as Signed) as OwnerPart };
}

/** A signed part, and who publishes it. */
export interface SignedPart extends Pick<OwnerPart, 'owner' | 'number'> {
  readonly signed: Signed;
  readonly publishedBy: string;
  readonly now: Date;
}

/** Keeps a signed part as published. */
export async function keepPublished(part: SignedPart, connection: Store['connection']): Promise<void> {
  await publishedPartModel(connection).create(publishedPart({ ...part, draft: null }));
}
