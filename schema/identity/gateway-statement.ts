import { type CryptoKey, jwtVerify, SignJWT } from 'jose';
import type { z } from 'zod';

/** How long a gateway's statement holds, in seconds. */
export const STATEMENT_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;

/** Who states something, and towards which subgraph. */
export interface StatementOptions {
  readonly key: CryptoKey;
  readonly gateway: string;
  readonly subgraph: string;
  readonly now: Date;
}

/** A kind of statement: one is never taken for another. */
export interface StatementKind<Statement> {
  /** Its `typ`. */
  readonly type: string;
  readonly claims: z.ZodType<Statement>;
}

/** Signs a statement for one subgraph (EdDSA). */
export function signStatement<Statement extends object>(
  statement: Statement,
  { type }: StatementKind<Statement>,
  { key, gateway, subgraph, now }: StatementOptions,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...(statement as object) })
    .setProtectedHeader({ alg: 'EdDSA', typ: type })
    .setIssuer(gateway)
    .setAudience(subgraph)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + STATEMENT_SECONDS)
    .sign(key);
}

/** Verifies a statement at a subgraph: kind, signature, gateway, audience, age. Throws when anything is off. */
export async function verifyStatement<Statement extends { readonly decidedAt: number }>(
  text: string,
  { type, claims }: StatementKind<Statement>,
  { key, gateway, subgraph, now }: StatementOptions,
): Promise<Statement> {
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
  if (Math.abs(now.getTime() - statement.decidedAt) > (STATEMENT_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1000)
    throw new Error('decided too long ago');
  return statement;
}
