import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { requestError } from '../../errors';
import { TYPENAME_ALIAS } from '../operation-walk';
import { checkLimits, type QueryLimits } from './limits';

/**
 * Parses a question of a size that can be answered.
 *
 * @throws INVALID_QUERY, TOO_MANY_TOKENS, GRAPHQL_PARSE_FAILED, TOO_DEEP, TOO_MANY_FIELDS.
 */
export function parseQuery(query: string, limits: QueryLimits): DocumentNode {
  // INVARIANT: the alias by which the answer's types are told apart is ours alone.
  if (query.includes(TYPENAME_ALIAS))
    throw requestError('INVALID_QUERY', { rule: 'ReservedAlias', line: 0, column: 0 });
  const document = parseText(query, limits.maxTokens);
  checkLimits(document, limits);
  return document;
}

function parseText(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens')) throw requestError('TOO_MANY_TOKENS', { max: maxTokens });
    const { line, column } = error.locations?.[0] ?? { line: 0, column: 0 };
    throw requestError('GRAPHQL_PARSE_FAILED', { line, column });
  }
}
