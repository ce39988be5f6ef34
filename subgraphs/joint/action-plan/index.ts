import { placeReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { commitmentReference } from './commitment.reference';
import { CommitmentResolver } from './commitment.resolver';
import { EnvironmentResolver } from './environment.resolver';
import { placeOf } from './place';
import { seed } from './seed';

/** The commitments of the joint statement, and what is held of ecosystems and communities. */
export const jointActionPlan: SubgraphDefinition = {
  name: 'joint-action-plan',
  party: 'JOINT',
  resolvers: [CommitmentResolver, EnvironmentResolver, evidenceResolver({ domain: 'jointActionPlan', owner: 'JOINT' })],
  references: { ActionPlanCommitment: commitmentReference, Place: placeReference(placeOf) },
  seed,
  durable: true,
};
