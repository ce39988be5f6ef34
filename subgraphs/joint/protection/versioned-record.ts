import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { ContributedDocument } from './contributed';

/** One change of a contributed record: who made it, when, and the key that makes a retry safe. */
export interface StoredChange {
  readonly version: number;
  readonly at: string;
  readonly agency: string;
  readonly author: string;
  readonly requestKey: string;
  readonly requestInput: string;
}

/** A contributed record that its contributor can change. Version 1 is the first. */
export interface VersionedDocument extends ContributedDocument {
  version: number;
  history: StoredChange[];
}

/** How the history of a versioned record is stored. */
export const HISTORY_PATHS = {
  version: { type: Number, required: true },
  history: [
    {
      _id: false,
      version: Number,
      at: String,
      agency: String,
      author: String,
      requestKey: String,
      requestInput: String,
    },
  ],
} as const;

/** What a contributor says of one record. */
export interface Contribution<Document extends VersionedDocument> {
  readonly model: Model<Document>;
  /** The record, by its internal id. */
  readonly id: string;
  /** The version that the contributor read; 0 for a record that is not there yet. */
  readonly expectedVersion: number;
  readonly clientKey: string;
  /** The whole input as it is kept, to tell a retry from another input under one key. */
  readonly requestInput: string;
  /** The record's values; on a new record everything but its version and history. */
  readonly values: Partial<Document>;
}

/**
 * Writes a contribution once for a client key. Throws BAD_INPUT for a key that has not its form or was used with
 * another input, VERSION_CONFLICT when the record changed since it was read.
 *
 * INVARIANT: a record is changed by its contributor's own people alone, and one write is one document.
 */
export async function contribute<Document extends VersionedDocument>(
  contribution: Contribution<Document>,
  context: ServeContext,
): Promise<Document> {
  checkClientKey(contribution.clientKey);
  const written = (await writtenUnder(contribution, context)) ?? (await writeNow(contribution, context));
  // Someone wrote between reading and writing: a retry of this very input, or another change.
  const found = written ?? (await writtenUnder(contribution, context));
  if (!found) throw requestError('VERSION_CONFLICT');
  return found;
}

const writeNow = <Document extends VersionedDocument>(contribution: Contribution<Document>, context: ServeContext) =>
  contribution.expectedVersion === 0 ? created(contribution, context) : changed(contribution, context);

async function writtenUnder<Document extends VersionedDocument>(
  { model, clientKey, requestInput }: Contribution<Document>,
  { requester }: ServeContext,
): Promise<Document | null> {
  const requestKey = requestKeyOf(clientKey, requester);
  const found = await model.findOne({ 'history.requestKey': requestKey } as QueryFilter<Document>).lean<Document>();
  checkSameInput(found?.history.find((change) => change.requestKey === requestKey) ?? null, requestInput);
  return found;
}

/** INVARIANT: ids are unique, so of two writers of a new record one is refused. */
async function created<Document extends VersionedDocument>(
  contribution: Contribution<Document>,
  context: ServeContext,
): Promise<Document | null> {
  const { model, id, values } = contribution;
  const document = { ...values, _id: id, version: 1, history: [changeOf(contribution, context)] };
  try {
    await model.insertMany([document as unknown as Document], { lean: true });
    return document as unknown as Document;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

async function changed<Document extends VersionedDocument>(
  contribution: Contribution<Document>,
  context: ServeContext,
): Promise<Document | null> {
  const { model, id, expectedVersion, values } = contribution;
  const asRead = { _id: id, contributedBy: context.requester.party, version: expectedVersion };
  const change = {
    $set: { ...values, version: expectedVersion + 1 },
    $push: { history: changeOf(contribution, context) },
  };
  const { modifiedCount } = await model.updateOne(
    asRead as QueryFilter<Document>,
    change as unknown as UpdateQuery<Document>,
  );
  return modifiedCount === 1 ? model.findOne({ _id: id } as QueryFilter<Document>).lean<Document>() : null;
}

function changeOf<Document extends VersionedDocument>(
  { expectedVersion, clientKey, requestInput }: Contribution<Document>,
  { requester, now }: ServeContext,
): StoredChange {
  const { agency, id: author } = requester;
  const requestKey = requestKeyOf(clientKey, requester);
  return { version: expectedVersion + 1, at: now.toISOString(), agency, author, requestKey, requestInput };
}

/** The seed's own change: it has no author but the seed. */
export const seedChange = (id: string, at: string): StoredChange => ({
  version: 1,
  at,
  agency: 'SYNTHETIC',
  author: 'seed',
  requestKey: `seed|${id}`,
  requestInput: '',
});
