import { requestError } from '@pasarela/schema/errors';
import { PURPOSES_WITH_CASE, type Purpose } from '@pasarela/schema/identity/purposes';
import { bearerToken, type TokenVerifier } from '@pasarela/schema/identity/verify-token';
import type { Authenticated, Received } from '../request-state';

/** Finds out who asks, and checks that they may ask for the purpose that they state. */
export async function authenticate(received: Received, tokens: TokenVerifier): Promise<Authenticated> {
  const token = bearerToken(received.authorization);
  const requester = await tokens.verify(token);
  const purpose = statedPurpose(received.purposeText, requester.purposes);
  if (PURPOSES_WITH_CASE.includes(purpose) && !received.caseReference) throw requestError('CASE_REFERENCE_REQUIRED');
  return { ...received, token: token as string, requester, purpose };
}

/** INVARIANT: no purpose, no answer; a purpose that the issuer did not grant counts as none. */
function statedPurpose(text: string | undefined, granted: readonly Purpose[]): Purpose {
  const purposes = granted.join(', ');
  if (!text) throw requestError('PURPOSE_REQUIRED', { purposes });
  const purpose = granted.find((candidate) => candidate === text);
  if (!purpose) throw requestError('PURPOSE_NOT_GRANTED', { purposes });
  return purpose;
}
