import { requestError } from '../../errors';
import type { ProvenRequest } from './make-proof';
import { isForRequest, isForToken, isFresh, isOfKey } from './proof-checks';
import { readSignedProof } from './read-proof';
import { ReplayMemory } from './replay-memory';

/** A token that is bound to the key of a thumbprint. */
export interface BoundToken {
  readonly token: string;
  readonly thumbprint: string;
}

/** Verifies that whoever presents a bound token holds its key (RFC 9449, section 4.3). */
export class ProofVerifier {
  private readonly used: ReplayMemory;

  /** @param request the one that proofs are for, as clients know its address. */
  constructor(
    private readonly request: () => ProvenRequest,
    private readonly now: () => Date,
  ) {
    this.used = new ReplayMemory(now);
  }

  /** @throws PROOF_NEEDED, and never says why. */
  async verify(proof: string | undefined, bound: BoundToken): Promise<void> {
    const holds = await this.holds(proof, bound).catch(() => false);
    if (!holds) throw requestError('PROOF_NEEDED');
  }

  /** INVARIANT: the memory is asked last, so that only the key's holder can fill it. */
  private async holds(proof: string | undefined, { token, thumbprint: bound }: BoundToken): Promise<boolean> {
    const { thumbprint, claims } = await readSignedProof(proof, this.now());
    return (
      isOfKey(thumbprint, bound) &&
      isForRequest(claims, this.request()) &&
      isForToken(claims, token) &&
      isFresh(claims, this.now()) &&
      this.used.remember({ thumbprint, jti: claims.jti, iat: claims.iat })
    );
  }
}
