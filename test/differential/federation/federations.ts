import { loadContract } from '@pasarela/schema/contract';
import { composed, type MadeFederation, makeFederation } from './made-federation';
import { KNOWS_NOT_ALL, TEST_SUBGRAPHS } from './test-subgraphs';

/** A federation that has everything of Federation 2 that our gateway may meet. */
export const testFederation = (requirementsFail = false): MadeFederation =>
  makeFederation(TEST_SUBGRAPHS, composed(TEST_SUBGRAPHS), { knowsNotAll: KNOWS_NOT_ALL, requirementsFail });

/** The product's own schemas, all values made. */
export function productFederation(requirementsFail = false): MadeFederation {
  const { subgraphs, supergraph } = loadContract();
  return makeFederation(subgraphs, supergraph, { knowsNotAll: new Set(), requirementsFail });
}
