import { bearerToken, boundToken } from '@pasarela/schema/identity/verify-token';
import type { Received } from '../request-state';

/** A token as it was presented; nothing of it is believed yet. */
export interface PresentedToken {
  readonly token: string | undefined;
  /** Whether it came as `Authorization: DPoP`, which says that its key is held. */
  readonly asBound: boolean;
  readonly proof: string | undefined;
}

/** The token that a request presents, as `Bearer` or as `DPoP`. */
export function presentedToken({ authorization, proof }: Pick<Received, 'authorization' | 'proof'>): PresentedToken {
  const bound = boundToken(authorization);
  return { token: bound ?? bearerToken(authorization), asBound: bound !== undefined, proof };
}
