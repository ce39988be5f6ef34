import { createPublicKey, verify } from 'node:crypto';
import type { Guard } from './guard';

const TOKENS = '@pasarela/schema/identity/verify-token';

/** Without it anybody is who they say. */
export const tokenSignature: Guard = {
  module: TOKENS,
  function: 'TokenVerifier.verify',
  what: 'verifies the signature under a key held for the issuer',
  permissive: (actual, self) => async (token) => (token ? requesterOf(token, self.trust) : actual(token)),
};

/** Without it a signature alone makes a token good. */
export const tokenClaims: Guard = {
  module: TOKENS,
  function: 'TokenVerifier.verify',
  what: 'checks the times, the audience, the issuer and that no claim is missing',
  permissive: (actual, self) => async (token) =>
    token && signedByAnyIssuer(token, self.trust) ? requesterOf(token, self.trust) : actual(token),
};

/** Without it an issuer speaks for any country. */
export const tokenParty: Guard = {
  module: TOKENS,
  function: 'TokenVerifier.verify',
  what: "takes the party from the issuer's binding, never from a claim",
  permissive: (actual) => async (token) => ({ ...(await actual(token)), party: claimsOf(token).party }),
};

/** Without it whoever a trusted issuer vouches for is a partner. */
export const knownParty: Guard = {
  module: '@pasarela/schema/access/known-party',
  function: 'requireKnownParty',
  what: 'refuses whoever speaks for a state that is no party to the exchange',
  permissive: () => () => undefined,
};

/** Without it a revoked person, and whoever holds a token of a revoked key, goes on. */
export const revokedAccess: Guard = {
  module: '@pasarela/schema/access/revocations/refuse-revoked',
  function: 'refuseRevoked',
  what: 'refuses whom or which key their own party has revoked, by the rules that decide the request',
  permissive: () => () => undefined,
};

/** Without it a requester's token opens a subgraph. */
export const subgraphVerification: Guard = {
  module: '@pasarela/serve/verify/verify-request',
  function: 'RequestVerifier.verify',
  what: "demands the gateway's assertion and signature besides the requester's token",
  permissive: (_, self) => async (headers) => {
    const requester = await self.tokens.verify(headers.authorization?.replace('Bearer ', ''));
    return { requester, assertion: { ...assertedBy(headers), purpose: requester.purposes.at(-1) } };
  },
};

/** Without it anybody asserts. */
export const assertionSignature: Guard = {
  module: '@pasarela/schema/identity/assertion',
  function: 'verifyAssertion',
  what: "verifies that the assertion is the gateway's, for this subgraph, and fresh",
  permissive: () => async (text) => ({ statement: claimsOf(text), holdsUntil: Number.POSITIVE_INFINITY }),
};

/** Without it any body passes under an assertion, and again. */
export const fetchSignature: Guard = {
  module: '@pasarela/schema/identity/fetch-signature',
  function: 'FetchVerifier.verify',
  what: 'verifies that these very bytes were signed under the pairwise key, just now, and once',
  permissive: () => () => true,
};

function claimsOf(token: string): any {
  return JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString('utf8'));
}

function requesterOf(token: string, trust: ReadonlyMap<string, { party: string }>): object {
  const { sub, iss, ...claims } = claimsOf(token);
  const known = trust.get(iss) ?? [...trust.values()][0];
  return { roles: [], purposes: [], ...claims, id: sub, issuer: iss, party: known?.party, expiresAt: Infinity };
}

function signedByAnyIssuer(token: string, trust: ReadonlyMap<string, { keys: object[] }>): boolean {
  const [header, claims, signature] = token.split('.') as [string, string, string];
  return [...trust.values()]
    .flatMap(({ keys }) => keys)
    .some((jwk) =>
      verify(
        null,
        Buffer.from(`${header}.${claims}`),
        createPublicKey({ key: jwk as never, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      ),
    );
}

/** What a request says that was asserted, believed as it stands; a version that nobody checks where nothing is said. */
function assertedBy(headers: Record<string, string | undefined>): object {
  const text = headers['x-pasarela-assertion'];
  return text?.includes('.') ? claimsOf(text) : { ruleSetVersion: 'unknown' };
}
