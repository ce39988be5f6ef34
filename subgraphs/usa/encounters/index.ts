import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { EncounterMonthResolver } from './encounter-month.resolver';
import { seed } from './seed';

/** Encounters at the borders of the United States by month, as published. */
export const usaEncounters: SubgraphDefinition = {
  name: 'usa-encounters',
  party: 'USA',
  resolvers: [EncounterMonthResolver, evidenceResolver({ domain: 'usaEncounters', owner: 'USA' })],
  // It names months of the flow and adds nothing to them: whoever counts them finds them.
  references: {},
  seed,
};
