import type { GraphQLSchema } from 'graphql';
import { requestError } from '../../errors';
import { validateDocument } from '../view/validate-document';
import { QUERY_LIMITS } from './limits';
import { coerceVariables, operationOf } from './operation-of';
import { parseQuery } from './parse-query';

/**
 * Checks that a question can be asked of a schema at all, whoever asks: one operation that reads, within the
 * limits, with values for its variables.
 *
 * @throws whatever the gateway refuses it for; BAD_INPUT for one that changes something.
 */
export function checkReadable(query: string, variables: Readonly<Record<string, unknown>>, api: GraphQLSchema): void {
  const document = parseQuery(query, QUERY_LIMITS);
  validateDocument(api, document);
  const operation = operationOf(document, undefined);
  if (operation.operation !== 'query') throw requestError('BAD_INPUT', { what: 'query reads, and changes nothing' });
  coerceVariables(api, operation, variables);
}
