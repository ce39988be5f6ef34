import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { contentOf } from '@pasarela/schema/rule-bundles/signed';
import type { Connection } from 'mongoose';
import { readSigned } from '../drafts/read-signed';
import { publishedPartModel } from '../publications/published-part.model';
import { changesInForce, type RootKeyChangeRow } from './root-key-change.model';

/**
 * Keeps the parts that came with a key change among the publications; of one that is there, the signatures.
 *
 * INVARIANT: the change is kept first, and this is done again at each start: a crash between the two leaves no
 * party with rules that its key in force did not sign.
 */
export async function keepPartsOf(row: RootKeyChangeRow, connection: Connection): Promise<void> {
  for (const text of row.resigned) {
    const { owner, number } = contentOf(readSigned(text)) as OwnerPart;
    const published = { owner, number, publishedAt: row.changedAt, publishedBy: row.changedBy, draft: null };
    await publishedPartModel(connection).updateOne(
      { _id: `${owner}:${number}` },
      { $set: { signed: text }, $setOnInsert: published },
      { upsert: true },
    );
  }
}

/** Does so for every change in force, in their order: later ones hold the signatures of earlier ones. */
export async function keepPartsOfChanges(connection: Connection): Promise<void> {
  for (const row of await changesInForce(connection)) await keepPartsOf(row, connection);
}
