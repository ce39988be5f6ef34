import { requestError } from '../../errors';
import type { ProvenRequest } from './make-proof';
import { isForRequest, isForToken, isFresh, isOfKey } from './proof-checks';
import { readSignedProof } from './read-proof';
import { ReplayMemory } from './replay-memory';

/** A token that is bound to the key of a thumbprint, and the request that it came with. */
export interface BoundToken {
  readonly token: string;
  readonly thumbprint: string;
  /** As clients know its address. */
  readonly request: ProvenRequest;
}

/** Verifies that whoever presents a bound token holds its key (RFC 9449, section 4.3). */
export class ProofVerifier {
  private readonly used: ReplayMemory;

  constructor(private readonly now: () => Date) {
    this.used = new ReplayMemory(now);
  }

  /** @throws PROOF_NEEDED, and never says why. */
  async verify(proof: string | undefined, bound: BoundToken): Promise<void> {
    const holds = await this.holds(proof, bound).catch(() => false);
    if (!holds) throw requestError('PROOF_NEEDED');
  }

  /** INVARIANT: the memory is asked last, so that only the key's holder can fill it. */
  private async holds(proof: string | undefined, { token, thumbprint: bound, request }: BoundToken): Promise<boolean> {
    const { thumbprint, claims } = await readSignedProof(proof, this.now());
    return (
      isOfKey(thumbprint, bound) &&
      isForRequest(claims, request) &&
      isForToken(claims, token) &&
      isFresh(claims, this.now()) &&
      this.used.remember({ thumbprint, jti: claims.jti, iat: claims.iat })
    );
  }
}
