import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { smugglingSubgraph } from '@pasarela/serve/smuggling/smuggling-subgraph';
import { traffickingFigureResolver } from '@pasarela/serve/smuggling/trafficking-figure.resolver';
import { COLOMBIA_CASES } from './case-mix';

/** Smuggling cases of Colombia; no figure of cases or victims that Colombia publishes is held. */
export const colombiaSmugglingCases: SubgraphDefinition = smugglingSubgraph(COLOMBIA_CASES, {
  resolvers: [
    traffickingFigureResolver(COLOMBIA_CASES, {
      dataset: 'none held',
      note: "No source that is held gives a figure of Colombia. Results of Joint Task Force Alpha are the United States' own: see taskForceResults.",
    }),
  ],
  seedVersion: '2',
});
