import { type CryptoKey, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { CASE_REFERENCE, PURPOSES } from './purposes';

/** How long a gateway's assertion holds, in seconds; the gateway reuses it for as long. */
export const ASSERTION_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;
/** The header that carries the assertion. */
export const ASSERTION_HEADER = 'x-pasarela-assertion';

const assertionClaims = z.object({
  /** SHA-256 of the requester's token, base64url. */
  tokenDigest: z.string(),
  purpose: z.enum(PURPOSES),
  ruleSetVersion: z.string(),
  /** The case that the request serves, where its purpose needs one. */
  caseReference: z.string().regex(CASE_REFERENCE).optional(),
  /** Milliseconds since the epoch: the instant at which the gateway decided the request. */
  decidedAt: z.number().int(),
});

/** What a gateway asserts towards one subgraph: for which token, purpose and rules it decided, and when. */
export type Assertion = z.infer<typeof assertionClaims>;

type Key = CryptoKey;

/** Signs an assertion for one subgraph (EdDSA). */
export function signAssertion(
  assertion: Assertion,
  options: { key: Key; gateway: string; subgraph: string; now: Date },
): Promise<string> {
  const issuedAt = Math.floor(options.now.getTime() / 1000);
  return new SignJWT({ ...assertion })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'pasarela-assertion+jwt' })
    .setIssuer(options.gateway)
    .setAudience(options.subgraph)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(options.key);
}

/** Verifies an assertion at a subgraph: signature, gateway, audience, age. Throws when anything is off. */
export async function verifyAssertion(
  text: string,
  options: { key: Key; gateway: string; subgraph: string; now: Date },
): Promise<Assertion> {
  const { payload } = await jwtVerify(text, options.key, {
    algorithms: ['EdDSA'],
    typ: 'pasarela-assertion+jwt',
    issuer: options.gateway,
    audience: options.subgraph,
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: ASSERTION_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: options.now,
  });
  const assertion = assertionClaims.parse(payload);
  if (Math.abs(options.now.getTime() - assertion.decidedAt) > (ASSERTION_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1000)
    throw new Error('decided too long ago');
  return assertion;
}
