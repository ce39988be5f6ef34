import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { requestError } from '../../errors';
import { TYPENAME_ALIAS } from '../operation-walk';

const MAX_TOKENS = 5_000;

/**
 * Parses a question as the gateway would.
 *
 * @throws INVALID_QUERY, TOO_MANY_TOKENS, GRAPHQL_PARSE_FAILED.
 */
export function parseQuery(query: string): DocumentNode {
  // INVARIANT: the alias by which the answer's types are told apart is the gateway's alone.
  if (query.includes(TYPENAME_ALIAS))
    throw requestError('INVALID_QUERY', { rule: 'ReservedAlias', line: 0, column: 0 });
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens')) throw requestError('TOO_MANY_TOKENS', { max: MAX_TOKENS });
    const { line, column } = error.locations?.[0] ?? { line: 0, column: 0 };
    throw requestError('GRAPHQL_PARSE_FAILED', { line, column });
  }
}
