import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { controlPostModel } from './control-post.model';
import { crossingRecordModel } from './crossing-record.model';
import { publishedFigureModel } from './published-figure.model';
import { publishedMonths } from './published-months';
import { publishedSexAndAge } from './published-sex-age';
import { publishedYears } from './published-years';
import { syntheticControlPosts } from './synthetic-control-posts';
import { syntheticCrossings } from './synthetic-crossings';
import { type MonthMix, monthMixes } from './synthetic-mix';

const RECORDS_AT_SCALE_1 = 20_000;
const BATCH = 2_000;

/** Published figures, synthetic control posts, then the synthetic crossings batch by batch. */
export const seed: DomainSeed = {
  version: '3',
  synthetic: true,
  models: (connection) => [
    publishedFigureModel(connection),
    controlPostModel(connection),
    crossingRecordModel(connection),
  ],
  fill: writeAll,
};

async function writeAll({ connection, scale, progress }: SeedOptions): Promise<void> {
  const figures = [...publishedYears(), ...publishedMonths(), ...publishedSexAndAge()];
  await publishedFigureModel(connection).insertMany(figures, { ordered: false, lean: true });
  await controlPostModel(connection).insertMany(syntheticControlPosts(), { ordered: false, lean: true });
  const total = Math.round(RECORDS_AT_SCALE_1 * scale);
  await writeCrossings({ connection, total, mixes: monthMixes(figures), progress });
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
