import type { DeciderCache } from '@pasarela/schema/access/decider';
import { requireKnownParty } from '@pasarela/schema/access/known-party';
import type { QueryLimits } from '@pasarela/schema/access/question/limits';
import { coerceVariables, fragmentsOf, operationOf } from '@pasarela/schema/access/question/operation-of';
import { parseQuery } from '@pasarela/schema/access/question/parse-query';
import { refuseRevoked } from '@pasarela/schema/access/revocations/refuse-revoked';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { validateDocument } from '@pasarela/schema/access/view/validate-document';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Authenticated, Parsed } from '../request-state';

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
  refuseRevoked(requester, ruleSet);
  const document = parsedDocument(request.query, tools.limits);
  const schemas = tools.schemas.for(requester, ruleSet, at);
  const { askable } = schemas;
  validateOnce(askable, document);
  const operation = operationOf(document, request.operationName);
  return {
    ...request,
    decider: tools.deciders.for(ruleSet, { requester, purpose, at, caseGiven: request.caseReference !== undefined }),
    view: () => schemas.viewIn(request.language),
    schema: askable,
    operation,
    fragments: fragmentsOf(document),
    coercedVariables: coerceVariables(askable, operation, request.variables),
  };
}

function parsedDocument(query: string, limits: QueryLimits): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parseQuery(query, limits);
  documents.set(query, document);
  return document;
}

function validateOnce(schema: GraphQLSchema, document: DocumentNode): void {
  const valid = validated.get(schema) ?? new WeakSet();
  validated.set(schema, valid);
  if (valid.has(document)) return;
  validateDocument(schema, document);
  valid.add(document);
}
