import { colombiaDepartures } from '@pasarela/colombia-departures/index';
import { colombiaRegularization } from '@pasarela/colombia-regularization/index';
import { governance } from '@pasarela/governance/index';
import { panamaDarienFlow } from '@pasarela/panama-darien-flow/index';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { usaEncounters } from '@pasarela/usa-encounters/index';
import { usaSafeMobility } from '@pasarela/usa-safe-mobility/index';
import { usaSmugglingCases } from '@pasarela/usa-smuggling-cases/index';

/** Every data domain of the federation: add a country's domain here and in the root `package.json`. */
export const SUBGRAPHS: readonly SubgraphDefinition[] = [
  colombiaDepartures,
  colombiaRegularization,
  governance,
  panamaDarienFlow,
  usaEncounters,
  usaSafeMobility,
  usaSmugglingCases,
];
