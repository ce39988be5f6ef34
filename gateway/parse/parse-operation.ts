import type { DeciderCache } from '@pasarela/schema/access/decider';
import { requireKnownParty } from '@pasarela/schema/access/known-party';
import { TYPENAME_ALIAS } from '@pasarela/schema/access/operation-walk';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { coerceVariables, operationOf } from '@pasarela/schema/access/view/operation-of';
import type { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { validateDocument } from '@pasarela/schema/access/view/validate-document';
import { requestError } from '@pasarela/schema/errors';
import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, type GraphQLSchema, Kind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Authenticated, Parsed } from '../request-state';
import { checkLimits, type QueryLimits } from './limits';

/** What the step works with. */
export interface ParseTools {
  readonly limits: QueryLimits;
  readonly schemas: RequesterSchemas;
  readonly deciders: DeciderCache;
}

/** Parsed documents are kept up to this many characters of query text in all. */
const MAX_CACHED_CHARACTERS = 4_000_000;
const documents = new LRUCache<string, DocumentNode>({
  maxSize: MAX_CACHED_CHARACTERS,
  sizeCalculation: (_, query) => query.length,
});
const validated = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>();

/** Parses and validates the query in the schema of its requester, under the rules of this very request. */
export function parseOperation(request: Authenticated, ruleSet: RuleSet, tools: ParseTools): Parsed {
  const { requester, purpose } = request;
  const at = request.receivedAt.getTime();
  requireKnownParty(requester, ruleSet);
  const document = parsedDocument(request.query, tools.limits);
  const { view, askable } = tools.schemas.for(requester, ruleSet, at);
  validateOnce(askable, document);
  const operation = operationOf(document, request.operationName);
  return {
    ...request,
    decider: tools.deciders.for(ruleSet, { requester, purpose, at, caseGiven: request.caseReference !== undefined }),
    view,
    schema: askable,
    operation,
    fragments: new Map(
      document.definitions.flatMap(
        (node): Array<[string, FragmentDefinitionNode]> =>
          node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
    ),
    coercedVariables: coerceVariables(askable, operation, request.variables),
  };
}

function parsedDocument(query: string, limits: QueryLimits): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  // INVARIANT: the alias by which the answer's types are told apart is ours alone.
  if (query.includes(TYPENAME_ALIAS))
    throw requestError('INVALID_QUERY', { rule: 'ReservedAlias', line: 0, column: 0 });
  const document = parseText(query, limits.maxTokens);
  checkLimits(document, limits);
  documents.set(query, document);
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

function validateOnce(schema: GraphQLSchema, document: DocumentNode): void {
  const valid = validated.get(schema) ?? new WeakSet();
  validated.set(schema, valid);
  if (valid.has(document)) return;
  validateDocument(schema, document);
  valid.add(document);
}
