import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import type { Connection } from 'mongoose';
import { type PublishedPart, publishedPartModel } from './published-part.model';

/** The newest published part of each owner, as it was signed. */
export async function newestParts(connection: Connection): Promise<Record<string, Signed>> {
  const model = publishedPartModel(connection);
  const owners: string[] = await model.distinct('owner');
  const newest = await Promise.all(
    owners.map((owner) => model.findOne({ owner }).sort({ number: -1 }).lean<PublishedPart>()),
  );
  return Object.fromEntries(newest.flatMap((row) => (row ? [[row.owner, JSON.parse(row.signed) as Signed]] : [])));
}
