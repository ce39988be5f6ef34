import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import type { Connection } from 'mongoose';
import { type PublishedPart, publishedPartModel } from './published-part.model';

/** One owner's newest part, as it was signed. */
export interface NewestPart extends Pick<PublishedPart, 'owner' | 'number'> {
  readonly signed: Signed;
}

/** The newest published part of each owner. */
export async function newestParts(connection: Connection): Promise<NewestPart[]> {
  const model = publishedPartModel(connection);
  const owners: string[] = await model.distinct('owner');
  const newest = await Promise.all(
    owners.map((owner) => model.findOne({ owner }).sort({ number: -1 }).lean<PublishedPart>()),
  );
  return newest.flatMap((row) =>
    row ? [{ owner: row.owner, number: row.number, signed: JSON.parse(row.signed) as Signed }] : [],
  );
}
