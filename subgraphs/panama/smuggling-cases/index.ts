import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { smugglingSubgraph } from '@pasarela/serve/smuggling/smuggling-subgraph';
import { traffickingFigureModel } from '@pasarela/serve/smuggling/trafficking-figure.model';
import { traffickingFigureResolver } from '@pasarela/serve/smuggling/trafficking-figure.resolver';
import { PANAMA_CASES } from './case-mix';
import { seedPublishedTrafficking, TRAFFICKING_FILE } from './published-trafficking';

/** Smuggling cases of Panama, and published figures of trafficking in persons. */
export const panamaSmugglingCases: SubgraphDefinition = smugglingSubgraph(PANAMA_CASES, {
  resolvers: [
    traffickingFigureResolver(PANAMA_CASES, {
      dataset: TRAFFICKING_FILE,
      note: 'No source that is held gives this figure; that is no zero.',
    }),
  ],
  seedVersion: '2',
  models: (connection) => [traffickingFigureModel(connection)],
  seedPublished: seedPublishedTrafficking,
});
