import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '@pasarela/schema/errors';
import { PROOF_HEADER } from '@pasarela/schema/identity/possession/proof-format';
import { CASE_REFERENCE } from '@pasarela/schema/identity/purposes';
import { preferredLanguage } from '@pasarela/schema/localized-text';
import { z } from 'zod';
import type { Received } from '../request-state';

const absentAsUndefined = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;

/** A GraphQL request's JSON. An array (a batch) does not fit, and neither does anything else. */
const graphqlRequest = z.object({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish().transform(absentAsUndefined),
  operationName: z.string().max(200).nullish().transform(absentAsUndefined),
});

/** Where GraphQL is asked. */
export const GRAPHQL_ENDPOINT = { method: 'POST', path: '/graphql' } as const;

/** Reads what arrived: the JSON body and the headers that count. Nothing of it is believed yet. */
export function readRequest(headers: IncomingHttpHeaders, body: unknown, receivedAt: Date): Received {
  const request = graphqlRequest.safeParse(body);
  if (!request.success) throw requestError('BAD_REQUEST');
  return {
    ...receivedHeaders(headers),
    receivedAt,
    endpoint: GRAPHQL_ENDPOINT,
    query: request.data.query,
    variables: request.data.variables ?? {},
    operationName: request.data.operationName,
  };
}

/** The headers that count, for an answer as well as for a refusal of a body that cannot be read. */
export function receivedHeaders(headers: IncomingHttpHeaders) {
  const caseReference = single(headers['x-case-reference']);
  return {
    requestId: randomUUID(),
    language: preferredLanguage(headers['accept-language']),
    authorization: headers.authorization,
    proof: single(headers[PROOF_HEADER]),
    purposeText: single(headers['x-purpose']),
    caseReference: caseReference && CASE_REFERENCE.test(caseReference) ? caseReference : undefined,
    noticesAsErrors: single(headers['x-withheld']) === 'errors',
    dryRun: single(headers['x-dry-run']) === 'true',
  };
}

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? undefined : value);
