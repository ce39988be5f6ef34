import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { departureFigureModel } from './departure-figure.model';
import { publishedDepartures } from './published-departures';

/** Published figures only; the scale changes nothing. */
export const seed: DomainSeed = {
  version: '1',
  synthetic: false,
  models: (connection) => [departureFigureModel(connection)],
  fill: writeFigures,
};

async function writeFigures({ connection, progress }: SeedOptions): Promise<void> {
  const published = publishedDepartures();
  await departureFigureModel(connection).insertMany(published, { ordered: false, lean: true });
  progress(published.length, published.length);
}
