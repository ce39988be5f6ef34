import { loadContract } from '@pasarela/schema/contract';
import { composed, type MadeFederation, makeFederation } from './made-federation';
import { KNOWS_NOT_ALL, TEST_SUBGRAPHS } from './test-subgraphs';

/** A federation that has everything of Federation 2 that our gateway may meet. */
export const testFederation = (): MadeFederation =>
  makeFederation(TEST_SUBGRAPHS, composed(TEST_SUBGRAPHS), KNOWS_NOT_ALL);

/** The product's own schemas, all values made. */
export function productFederation(): MadeFederation {
  const { subgraphs, supergraph } = loadContract();
  return makeFederation(subgraphs, supergraph, new Set());
}
