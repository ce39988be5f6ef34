import { RequestError } from '@pasarela/schema/errors';
import { askedKey } from '../fetched-keys';
import type { Problem } from '../request-state';
import { ReplyMismatch } from './compile/generated-code';
import type { SubgraphError } from './subgraph-client';

/** Refusals of the catalogue that a subgraph may pass on to whoever asked; all else is only "unavailable". */
const PASSED_ON = new Set([
  'BAD_PAGE',
  'BAD_CURSOR',
  'BAD_INPUT',
  'VERSION_CONFLICT',
  'REPLY_TOO_LARGE',
  'RULES_INVALID',
  'NOT_YOUR_RULES',
  'UNKNOWN_DRAFT',
  'UNKNOWN_QUESTION',
  'UNKNOWN_PUBLICATION',
  'DRAFT_CLOSED',
  'DRAFT_OUTDATED',
  'OWN_APPROVAL',
  'APPROVAL_NEEDED',
  'CHANGE_DIFFERS',
  'SIGNATURE_REFUSED',
  'PURPOSE_NOT_GRANTED',
  'UNKNOWN_COORDINATE',
  'GRANTED_ALREADY',
  'UNKNOWN_AGENCY',
  'TOO_MANY_ACCESS_REQUESTS',
  'UNKNOWN_ACCESS_REQUEST',
  'ACCESS_REQUEST_CLOSED',
  'UNKNOWN_AGREEMENT',
  'NO_BREAK_GLASS',
  'BREAK_GLASS_UNREVIEWED',
  'BREAK_GLASS_OPEN',
  'TOO_MANY_OPENINGS',
  'UNKNOWN_OPENING',
  'UNKNOWN_RIGHTS_CASE',
  'UNKNOWN_RECORD',
  'RIGHTS_CASE_STATE',
  'RIGHTS_GROUND',
  'RIGHTS_EXTENSION_LATE',
  'UNKNOWN_BATCH',
  'OPENING_STATE',
  'OWN_REVIEW',
  'NOT_YOUR_EVIDENCE',
  'EVIDENCE_BEHIND',
  'STALE_VERSION',
  'UNKNOWN_PERMIT',
  'UNKNOWN_STATISTIC_TABLE',
  'UNKNOWN_COMMITMENT',
  'EVIDENCE_NEEDED',
  'PROBE_CASE_REQUIRED',
  'PROBE_REPEATED',
  'PROBE_CASE_SPENT',
  'PROBE_YEAR_SPENT',
  'UNKNOWN_HIT',
  'NOT_TO_BE_FOUND',
  'OWN_PROBE',
]);

/**
 * An error of a subgraph in the catalogue's terms.
 * @param fetchedAt where it belongs in the fetched data.
 */
export function problemOf(subgraph: string, error: SubgraphError, fetchedAt: Problem['path']): Problem {
  const path = fetchedAt?.map(askedKey);
  const code = String(error.extensions?.code ?? '');
  if (!PASSED_ON.has(code)) return { code: 'SUBGRAPH_UNAVAILABLE', details: { subgraph }, path };
  const details = Object.entries((error.extensions?.details as object | undefined) ?? {}).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return { code: code as Problem['code'], details: Object.fromEntries(details), path };
}

/** A fetch of which nothing could be used, in the catalogue's terms. */
export function problemOfFault(subgraph: string, error: unknown): Pick<Problem, 'code' | 'details'> {
  if (error instanceof RequestError) return { code: error.code, details: error.details };
  return { code: error instanceof ReplyMismatch ? 'SUBGRAPH_INVALID' : 'SUBGRAPH_UNAVAILABLE', details: { subgraph } };
}
