import { colombiaDepartures } from '@pasarela/colombia-departures/index';
import { colombiaRegularization } from '@pasarela/colombia-regularization/index';
import { colombiaSmugglingCases } from '@pasarela/colombia-smuggling-cases/index';
import { governance } from '@pasarela/governance/index';
import { jointActionPlan } from '@pasarela/joint-action-plan/index';
import { jointIdentity } from '@pasarela/joint-identity/index';
import { jointProtection } from '@pasarela/joint-protection/index';
import { panamaDarienFlow } from '@pasarela/panama-darien-flow/index';
import { panamaRepatriation } from '@pasarela/panama-repatriation/index';
import { panamaSmugglingCases } from '@pasarela/panama-smuggling-cases/index';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { usaEncounters } from '@pasarela/usa-encounters/index';
import { usaSafeMobility } from '@pasarela/usa-safe-mobility/index';
import { usaSmugglingCases } from '@pasarela/usa-smuggling-cases/index';

/** Every data domain of the federation: add a country's domain here and in the root `package.json`. */
export const SUBGRAPHS: readonly SubgraphDefinition[] = [
  colombiaDepartures,
  colombiaRegularization,
  colombiaSmugglingCases,
  governance,
  jointActionPlan,
  jointProtection,
  jointIdentity,
  panamaDarienFlow,
  panamaRepatriation,
  panamaSmugglingCases,
  usaEncounters,
  usaSafeMobility,
  usaSmugglingCases,
];
