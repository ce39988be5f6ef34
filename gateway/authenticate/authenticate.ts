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
  /** The address of a path as clients know it, which proofs name. */
  readonly addressOf: (path: string) => string;
}

/** Who asks, and with what. */
export type Identified = Pick<Authenticated, 'token' | 'requester'>;

/** Finds out who asks, and checks that they may ask for the purpose that they state. */
export async function authenticate(received: Received, tools: AuthenticateTools): Promise<Authenticated> {
  const identified = await identify(received, tools);
  const { purposeText: purpose, caseReference } = received;
  const stated = statedPurpose({ purpose, caseGiven: caseReference !== undefined }, identified.requester.purposes);
  return { ...received, ...identified, purpose: stated };
}

/** Finds out who asks: a token of a trusted issuer, and its key where it is bound to one. */
export async function identify(received: Received, tools: AuthenticateTools): Promise<Identified> {
  const { tokens, proofs, addressOf } = tools;
  const presented = presentedToken(received);
  const requester = await tokens.verify(presented.token);
  const token = presented.token as string;
  const { method, path } = received.endpoint;
  // Before anything of the token is told: whoever stole it learns nothing.
  await requirePossession({ ...presented, token, requester, request: { method, address: addressOf(path) } }, proofs);
  return { token, requester };
}
