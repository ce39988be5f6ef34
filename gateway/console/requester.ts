import type { Language } from './languages';
import { needsCaseReference, type Purpose } from './purposes';

/** What the fields above the editor hold: it lives in the page's memory and ends with it. */
export type Requester = { token: string; purpose: Purpose; caseReference: string };

/** The fields when the page opens. */
export const NOBODY: Requester = { token: '', purpose: 'STATISTICS', caseReference: '' };

/**
 * The headers of one request to the gateway.
 * The case reference travels only under a purpose that is tied to a case, even if the field was filled before.
 */
export function requestHeaders(requester: Requester, language: Language): Record<string, string> {
  const { token, purpose } = requester;
  const caseReference = requester.caseReference.trim();
  return {
    accept: 'application/graphql-response+json, application/json',
    'accept-language': language,
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-purpose': purpose,
    ...(needsCaseReference(purpose) && caseReference && { 'x-case-reference': caseReference }),
  };
}
