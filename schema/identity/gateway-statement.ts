import { type KeyObject, sign } from 'node:crypto';
import { type CryptoKey, jwtVerify } from 'jose';
import type { z } from 'zod';

/** How long a gateway's statement holds, in seconds. */
export const STATEMENT_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;
const MOST_SECONDS = STATEMENT_SECONDS + CLOCK_TOLERANCE_SECONDS;

/** Who states something, and towards which subgraph. */
export interface StatementOptions<Key> {
  readonly key: Key;
  readonly gateway: string;
  readonly subgraph: string;
  readonly now: Date;
}

/** With what a gateway signs a statement: its private key. */
export type SigningOptions = StatementOptions<KeyObject>;

/** By what a subgraph verifies a statement: the gateway's public key, and what it expects. */
export type VerifyingOptions = StatementOptions<CryptoKey>;

/** A kind of statement: one is never taken for another. */
export interface StatementKind<Statement> {
  /** Its `typ`. */
  readonly type: string;
  readonly claims: z.ZodType<Statement>;
}

/**
 * Signs a statement for one subgraph (EdDSA, RFC 8037), as a JWS in its compact form (RFC 7515, section 7.1).
 */
export function signStatement<Statement extends object>(
  statement: Statement,
  { type }: StatementKind<Statement>,
  { key, gateway, subgraph, now }: SigningOptions,
): string {
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { ...statement, iss: gateway, aud: subgraph, iat, exp: iat + STATEMENT_SECONDS };
  const signed = `${base64urlOf({ alg: 'EdDSA', typ: type })}.${base64urlOf(claims)}`;
  // At once: to have it signed in another thread, as `jose` does, takes longer than to sign.
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

const base64urlOf = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A statement whose signature holds. */
export interface Verified<Statement> {
  readonly statement: Statement;
  /** Milliseconds since the epoch: the instant from which it is too old. */
  readonly holdsUntil: number;
}

/** Verifies a statement at a subgraph: kind, signature, gateway, audience, age. Throws when anything is off. */
export async function verifyStatement<Statement extends { readonly decidedAt: number }>(
  text: string,
  { type, claims }: StatementKind<Statement>,
  { key, gateway, subgraph, now }: VerifyingOptions,
): Promise<Verified<Statement>> {
  const { payload } = await jwtVerify(text, key, {
    algorithms: ['EdDSA'],
    typ: type,
    issuer: gateway,
    audience: subgraph,
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: STATEMENT_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now,
  });
  const statement = claims.parse(payload);
  if (Math.abs(now.getTime() - statement.decidedAt) > MOST_SECONDS * 1000) throw new Error('decided too long ago');
  const { exp, iat } = payload as Required<typeof payload>;
  const ends = [exp + CLOCK_TOLERANCE_SECONDS, iat + MOST_SECONDS].map((seconds) => seconds * 1000);
  return { statement, holdsUntil: Math.min(...ends, statement.decidedAt + MOST_SECONDS * 1000) };
}
