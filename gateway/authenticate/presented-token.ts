import { bearerToken, boundToken } from '@pasarela/schema/identity/verify-token';
import type { Received } from '../request-state';

/** A token as it was presented; nothing of it is believed yet. */
export interface PresentedToken {
  readonly token: string | undefined;
  /** Whether it came as `Authorization: DPoP`, which says that its key is held. */
  readonly asBound: boolean;
  readonly proof: string | undefined;
  /** Whether its client has proven already that it holds the key (`Received.possession`). */
  readonly proven: boolean;
}

type PresentedHeaders = Pick<Received, 'authorization' | 'proof' | 'possession'>;

/** The token that a request presents, as `Bearer` or as `DPoP`. */
export function presentedToken({ authorization, proof, possession }: PresentedHeaders): PresentedToken {
  const bound = boundToken(authorization);
  return {
    token: bound ?? bearerToken(authorization),
    asBound: bound !== undefined,
    proof,
    proven: possession === 'PROVEN',
  };
}
