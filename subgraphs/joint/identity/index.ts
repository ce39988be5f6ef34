import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { IdentityCheckFigureResolver } from './identity-check-figure.resolver';
import { IdentityDetailsResolver } from './identity-details.resolver';
import { IdentityInboxResolver } from './identity-inbox.resolver';
import { IdentityProbeResolver } from './identity-probe.resolver';
import { JointIdentityFigureResolver } from './joint-identity-figure.resolver';
import { seed } from './seed';

/** Identity verification between the parties: probes by keyed tokens, hits that both approve, and what is counted of them. */
export const jointIdentity: SubgraphDefinition = {
  name: 'joint-identity',
  party: 'JOINT',
  resolvers: [
    IdentityProbeResolver,
    IdentityInboxResolver,
    IdentityDetailsResolver,
    IdentityCheckFigureResolver,
    JointIdentityFigureResolver,
    evidenceResolver({ domain: 'jointIdentity', owner: 'JOINT' }),
  ],
  references: {},
  seed,
};
