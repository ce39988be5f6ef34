import { placeReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { AssistanceFigureResolver } from './assistance-figure.resolver';
import { DeathOrMissingResolver } from './death-or-missing.resolver';
import { FamilyTracingResolver } from './family-tracing.resolver';
import { NeedResolver } from './need.resolver';
import { placeOf } from './place';
import { ProtectionReconciliationResolver } from './protection-reconciliation.resolver';
import { ReferralResolver } from './referral.resolver';
import { seed } from './seed';
import { StationServicesResolver } from './station-services.resolver';
import { SyntheticAssistanceResolver } from './synthetic-assistance-month.resolver';
import { UnaccompaniedChildrenResolver } from './unaccompanied-children.resolver';

/** Humanitarian assistance and the protection of vulnerable groups, as several parties contribute to it. */
export const jointProtection: SubgraphDefinition = {
  name: 'joint-protection',
  party: 'JOINT',
  resolvers: [
    AssistanceFigureResolver,
    DeathOrMissingResolver,
    UnaccompaniedChildrenResolver,
    ProtectionReconciliationResolver,
    NeedResolver,
    ReferralResolver,
    StationServicesResolver,
    SyntheticAssistanceResolver,
    FamilyTracingResolver,
    evidenceResolver({ domain: 'jointProtection', owner: 'JOINT' }),
  ],
  references: { Place: placeReference(placeOf) },
  seed,
};
