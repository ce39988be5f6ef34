import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import type { Connection } from 'mongoose';
import { departureFigureModel } from './departure-figure.model';
import { publishedDepartures } from './published-departures';
import { seedMarkerModel } from './seed-marker.model';

/** Changes with the data file: a store of another version is seeded again. */
const VERSION = '1';
const MARKER = 'colombia-departures';

/**
 * Writes the published figures, and the marker last. The scale changes nothing: nothing here is synthetic.
 * INVARIANT: the marker goes first, so that an interrupted seed is never taken for a whole one.
 */
export async function seed({ connection, progress }: SeedOptions): Promise<void> {
  const figures = departureFigureModel(connection);
  await seedMarkerModel(connection).deleteMany({});
  await figures.deleteMany({});
  await figures.createIndexes();
  const published = publishedDepartures();
  await figures.insertMany(published, { ordered: false, lean: true });
  progress(published.length, published.length);
  await seedMarkerModel(connection).create({ _id: MARKER, version: VERSION });
}

/** Whether a whole seed of this version ended. */
export async function isSeeded(connection: Connection): Promise<boolean> {
  const marker = await seedMarkerModel(connection).findById(MARKER).lean();
  return marker?.version === VERSION;
}
