import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { readCommitments } from './read-commitments';
import { STATEMENT_COMMITMENTS } from './statement-commitments';

/** A commitment from its id; null when the statement has none of that id. */
export const commitmentReference: ReferenceResolver = async ({ id }, { connection }) => {
  const commitment = typeof id === 'string' ? STATEMENT_COMMITMENTS.get(id) : undefined;
  if (!commitment) return null;
  return (await readCommitments(connection, [commitment]))[0] ?? null;
};
