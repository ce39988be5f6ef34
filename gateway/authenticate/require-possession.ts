import { requestError } from '@pasarela/schema/errors';
import { isBoundAsNeeded } from '@pasarela/schema/identity/possession/binding';
import type { ProvenRequest } from '@pasarela/schema/identity/possession/make-proof';
import type { ProofVerifier } from '@pasarela/schema/identity/possession/verify-proof';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { PresentedToken } from './presented-token';

/** A token that was verified, and how it was presented. */
export interface VerifiedToken extends PresentedToken {
  readonly token: string;
  readonly requester: Requester;
  /** What it came with, as its client knows the address. */
  readonly request: ProvenRequest;
}

/**
 * Demands that whoever presents a bound token holds its key.
 *
 * INVARIANT: a bound token counts with a proof alone, an unbound one without; neither passes for the other.
 * @throws PROOF_NEEDED, TOKEN_NOT_BOUND.
 */
export async function requirePossession(verified: VerifiedToken, proofs: ProofVerifier): Promise<void> {
  const { token, asBound, proof, proven, requester, request } = verified;
  if (!isBoundAsNeeded(requester)) throw requestError('TOKEN_NOT_BOUND');
  const { clientKeyThumbprint: thumbprint } = requester;
  if ((thumbprint !== undefined) !== asBound) throw requestError(asBound ? 'TOKEN_NOT_BOUND' : 'PROOF_NEEDED');
  if (thumbprint !== undefined && !proven) await proofs.verify(proof, { token, thumbprint, request });
}
