import type { ProofVerifier } from '@pasarela/schema/identity/possession/verify-proof';
import { statedPurpose } from '@pasarela/schema/identity/stated-purpose';
import type { TokenVerifier } from '@pasarela/schema/identity/verify-token';
import type { Authenticated, Received } from '../request-state';
import { presentedToken } from './presented-token';
import { requirePossession } from './require-possession';

/** What tokens, and the proofs of those that are bound, are verified with. */
export interface AuthenticateTools {
  readonly tokens: TokenVerifier;
  readonly proofs: ProofVerifier;
}

/** Finds out who asks, and checks that they may ask for the purpose that they state. */
export async function authenticate(received: Received, { tokens, proofs }: AuthenticateTools): Promise<Authenticated> {
  const presented = presentedToken(received);
  const requester = await tokens.verify(presented.token);
  const token = presented.token as string;
  // Before anything of the token is told: whoever stole it learns nothing.
  await requirePossession({ ...presented, token, requester }, proofs);
  const { purposeText: purpose, caseReference } = received;
  const stated = statedPurpose({ purpose, caseGiven: caseReference !== undefined }, requester.purposes);
  return { ...received, token, requester, purpose: stated };
}
