import { DeciderCache } from '@pasarela/schema/access/decider';
import type { Cap, Deprecation } from '@pasarela/schema/access/rule';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { FERRY_LABELS, FERRY_SCHEMA } from '@pasarela/schema/testing/ferry';
import { ANALYST } from '@pasarela/schema/testing/requesters';
import { agreementOf, grantOf, ruleSetOf, TEST_INSTANT } from '@pasarela/schema/testing/rules';
import { type ParseTools, parseOperation } from '../parse/parse-operation';
import type { Authenticated, Parsed } from '../request-state';

/** A question to the test domain `ferry`, by an analyst of Colombia for MIGRATION_MANAGEMENT. */
export interface FerryRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  /** The fields that are granted in full. */
  readonly granted?: readonly string[];
  readonly caps?: readonly Cap[];
  readonly deprecations?: readonly Deprecation[];
  readonly maxTokens?: number;
  /** Whose analyst asks: Colombia's unless said otherwise. */
  readonly party?: string;
}

/** The tools of the parse step for the test domain, with a cache of their own. */
export function ferryParseTools(maxTokens = 500): ParseTools {
  const deciders = new DeciderCache();
  const limits = { maxTokens, maxDepth: 10, maxIntrospectionFields: 400, maxFields: 100, maxCost: 10_000 };
  return { limits, deciders, schemas: new RequesterSchemas(FERRY_SCHEMA, deciders) };
}

/** Takes a question through the parse step. */
export function parseFerry({ granted = [], caps = [], deprecations = [], maxTokens, ...asked }: FerryRequest): Parsed {
  const grants = [grantOf(granted, { agreement: agreementOf({ id: 'FERRY' }) })];
  return parseOperation(
    authenticated(asked),
    ruleSetOf({ labels: FERRY_LABELS, grants, caps, deprecations }),
    ferryParseTools(maxTokens),
  );
}

function authenticated({ query, variables = {}, operationName, party = ANALYST.party }: FerryRequest): Authenticated {
  return {
    requestId: 'request-1',
    receivedAt: new Date(TEST_INSTANT),
    language: 'en',
    authorization: undefined,
    proof: undefined,
    endpoint: { method: 'POST', path: '/graphql' },
    purposeText: 'MIGRATION_MANAGEMENT',
    caseReference: undefined,
    noticesAsErrors: false,
    dryRun: false,
    query,
    variables,
    operationName,
    token: 'a.b.c',
    requester: { ...ANALYST, party },
    purpose: 'MIGRATION_MANAGEMENT',
  };
}
