import { tokenDigest } from '../verify-token';
import type { ProvenRequest } from './make-proof';
import { proofAddress } from './proof-address';
import type { ProofClaims } from './proof-format';

/** How old a proof may be, and how far its client's clock may be ahead, in seconds. */
export const PROOF_SECONDS = { past: 30, ahead: 5 } as const;

/** Whether a proof is signed with the very key that the token is bound to. */
export const isOfKey = (proven: string, bound: string): boolean => proven === bound;

/** Whether a proof is for the method and the address of a request. */
export function isForRequest({ htm, htu }: ProofClaims, { method, address }: ProvenRequest): boolean {
  const asked = proofAddress(address);
  return asked !== undefined && htm === method && proofAddress(htu) === asked;
}

/** Whether a proof was made just now. */
export function isFresh({ iat }: ProofClaims, now: Date): boolean {
  const age = now.getTime() / 1000 - iat;
  return age <= PROOF_SECONDS.past && age >= -PROOF_SECONDS.ahead;
}

/** Whether a proof is for this token and no other of the same client. */
export const isForToken = ({ ath }: ProofClaims, token: string): boolean => ath === tokenDigest(token);
