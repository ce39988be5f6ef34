import { statedPurpose } from '@pasarela/schema/identity/stated-purpose';
import { bearerToken, type TokenVerifier } from '@pasarela/schema/identity/verify-token';
import type { Authenticated, Received } from '../request-state';

/** Finds out who asks, and checks that they may ask for the purpose that they state. */
export async function authenticate(received: Received, tokens: TokenVerifier): Promise<Authenticated> {
  const token = bearerToken(received.authorization);
  const requester = await tokens.verify(token);
  const { purposeText: purpose, caseReference } = received;
  const stated = statedPurpose({ purpose, caseGiven: caseReference !== undefined }, requester.purposes);
  return { ...received, token: token as string, requester, purpose: stated };
}
