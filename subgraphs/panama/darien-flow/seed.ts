import type { SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import type { Connection, Model } from 'mongoose';
import { controlPostModel } from './control-post.model';
import { crossingRecordModel } from './crossing-record.model';
import { publishedFigureModel } from './published-figure.model';
import { publishedMonths } from './published-months';
import { publishedSexAndAge } from './published-sex-age';
import { publishedYears } from './published-years';
import { seedMarkerModel } from './seed-marker.model';
import { syntheticControlPosts } from './synthetic-control-posts';
import { syntheticCrossings } from './synthetic-crossings';
import { type MonthMix, monthMixes } from './synthetic-mix';

/** Changes with the data files and the generator: a store of another version is seeded again. */
const VERSION = '1';
const MARKER = 'panama-darien-flow';
const RECORDS_AT_SCALE_1 = 20_000;
const BATCH = 2_000;

/** Writes the published figures, then the synthetic rows batch by batch, and the marker last. */
export async function seed({ connection, scale, progress }: SeedOptions): Promise<void> {
  await empty(connection);
  const figures = [...publishedYears(), ...publishedMonths(), ...publishedSexAndAge()];
  await publishedFigureModel(connection).insertMany(figures, { ordered: false, lean: true });
  await controlPostModel(connection).insertMany(syntheticControlPosts(), { ordered: false, lean: true });
  await writeCrossings({ connection, total: Math.round(RECORDS_AT_SCALE_1 * scale), mixes: monthMixes(figures), progress });
  await seedMarkerModel(connection).create({ _id: MARKER, version: VERSION });
}

/** Whether a whole seed of this version ended. */
export async function isSeeded(connection: Connection): Promise<boolean> {
  const marker = await seedMarkerModel(connection).findById(MARKER).lean();
  return marker?.version === VERSION;
}

/** INVARIANT: the marker goes first, so that an interrupted seed is never taken for a whole one. */
async function empty(connection: Connection): Promise<void> {
  await seedMarkerModel(connection).deleteMany({});
  await emptied(publishedFigureModel(connection));
  await emptied(controlPostModel(connection));
  await emptied(crossingRecordModel(connection));
}

// The indexes must stand before the first row: the unique ones decide between writers.
async function emptied<Row>(model: Model<Row>): Promise<void> {
  await model.deleteMany({});
  await model.createIndexes();
}

interface CrossingsToWrite extends Pick<SeedOptions, 'connection' | 'progress'> {
  readonly total: number;
  readonly mixes: readonly MonthMix[];
}

async function writeCrossings({ connection, total, mixes, progress }: CrossingsToWrite): Promise<void> {
  const records = crossingRecordModel(connection);
  for (let done = 0; done < total; done += BATCH) {
    const size = Math.min(BATCH, total - done);
    await records.insertMany(syntheticCrossings({ first: done + 1, size, mixes }), { ordered: false, lean: true });
    progress(done + size, total);
  }
}

