import { z } from 'zod';
import {
  type SigningOptions,
  signStatement,
  type Verified,
  type VerifyingOptions,
  verifyStatement,
} from './gateway-statement';
import { CASE_REFERENCE, PURPOSES } from './purposes';

/** The header that carries the assertion. */
export const ASSERTION_HEADER = 'x-pasarela-assertion';

/** What a gateway says of every request: for what and under which rules it decided, and when. */
export const decidedClaims = z.object({
  purpose: z.enum(PURPOSES),
  ruleSetVersion: z.string(),
  /** The case that the request serves, where its purpose needs one. */
  caseReference: z.string().regex(CASE_REFERENCE).optional(),
  /** Milliseconds since the epoch: the instant at which the gateway decided the request. */
  decidedAt: z.number().int(),
});

const assertionClaims = decidedClaims.extend({
  /** SHA-256 of the requester's token, base64url. */
  tokenDigest: z.string(),
});

/** What a gateway asserts towards one subgraph: for which token, purpose and rules it decided, and when. */
export type Assertion = z.infer<typeof assertionClaims>;

const ASSERTION = { type: 'pasarela-assertion+jwt', claims: assertionClaims };

/** Signs an assertion for one subgraph (EdDSA). */
export function signAssertion(assertion: Assertion, options: SigningOptions): string {
  return signStatement(assertion, ASSERTION, options);
}

/** Verifies an assertion at a subgraph: signature, gateway, audience, age. Throws when anything is off. */
export async function verifyAssertion(text: string, options: VerifyingOptions): Promise<Verified<Assertion>> {
  return verifyStatement(text, ASSERTION, options);
}
