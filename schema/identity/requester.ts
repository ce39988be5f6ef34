import type { Purpose, Role } from './purposes';

/**
 * Who asks. The party comes from the issuer's binding, never from a claim: an issuer can speak for its
 * own party only (threat 54).
 */
export interface Requester {
  readonly party: string;
  readonly agency: string;
  /** The issuer's own name for the person or service (`sub`). */
  readonly id: string;
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
  /** Identity assurance level, 1 to 3, as the issuer states it. */
  readonly assurance: number;
  readonly issuer: string;
  /** The name of the issuer's key that signed the token. */
  readonly key: string;
  /** Seconds since the epoch at which the token was issued. */
  readonly issuedAt: number;
  /** Seconds since the epoch at which the token ends. */
  readonly expiresAt: number;
  /** Of the client's key, without which the token is worth nothing (RFC 7638); absent where whoever bears it may use it. */
  readonly clientKeyThumbprint?: string;
}
