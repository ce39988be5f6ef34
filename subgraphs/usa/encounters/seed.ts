import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { monthlyFigureModel } from './monthly-figure.model';
import { publishedMonths } from './published-months';

/** Published figures only; the scale changes nothing. */
export const seed: DomainSeed = {
  version: '1',
  synthetic: false,
  models: (connection) => [monthlyFigureModel(connection)],
  fill: writeFigures,
};

async function writeFigures({ connection, progress }: SeedOptions): Promise<void> {
  const published = publishedMonths();
  await monthlyFigureModel(connection).insertMany(published, { ordered: false, lean: true });
  progress(published.length, published.length);
}
