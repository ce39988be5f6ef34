import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '@pasarela/schema/errors';
import { ASSERTION_HEADER, type Assertion, verifyAssertion } from '@pasarela/schema/identity/assertion';
import { FETCH_HEADER, FetchVerifier } from '@pasarela/schema/identity/fetch-signature';
import type { Verified } from '@pasarela/schema/identity/gateway-statement';
import { isBoundAsNeeded } from '@pasarela/schema/identity/possession/binding';
import { PURPOSES_WITH_CASE } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { TrustStore } from '@pasarela/schema/identity/trust-store';
import { bearerToken, TokenVerifier, tokenDigest } from '@pasarela/schema/identity/verify-token';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { single } from './single-header';

/** Whom a subgraph believes: requesters' issuers, and one gateway with the key that the two share. */
export interface SubgraphTrust {
  readonly issuers: TrustStore;
  readonly gateway: string;
  readonly gatewayKey: CryptoKey;
  /** The pairwise key, 32 bytes. */
  readonly pairwiseKey: Uint8Array;
}

/** A request of which both signatures hold. */
export interface VerifiedRequest {
  readonly requester: Requester;
  readonly assertion: Assertion;
}

/** More than a gateway states to one subgraph of those who ask within half a minute, mostly. */
const MAX_REMEMBERED = 5_000;

/** Verifies what reaches a subgraph: the requester's own token, the gateway's assertion, the body's signature. */
export class RequestVerifier {
  private readonly tokens: TokenVerifier;
  private readonly fetches: FetchVerifier;
  private readonly assertions = new LRUCache<string, Verified<Assertion>>({ max: MAX_REMEMBERED });

  constructor(
    private readonly subgraph: string,
    private readonly trust: SubgraphTrust,
    private readonly now: () => Date,
  ) {
    this.tokens = new TokenVerifier(trust.issuers, now);
    this.fetches = new FetchVerifier(trust.pairwiseKey, now);
  }

  /**
   * INVARIANT: without a valid token, an assertion for that very token, and a fresh signature of these
   * very bytes there is no answer but 401, and it does not say which of them failed. A token that has to be
   * bound to its client's key is none without; the client proves to the gateway that it holds the key.
   */
  async verify(headers: IncomingHttpHeaders, body: Uint8Array): Promise<VerifiedRequest> {
    const token = bearerToken(headers.authorization);
    const assertionText = single(headers[ASSERTION_HEADER]);
    const signature = single(headers[FETCH_HEADER]);
    if (!token || !assertionText || !signature) throw requestError('UNAUTHENTICATED');
    if (!this.fetches.verify(signature, { assertion: assertionText, body })) throw requestError('UNAUTHENTICATED');
    const [requester, assertion] = await Promise.all([this.tokens.verify(token), this.assertion(assertionText)]);
    const named = !PURPOSES_WITH_CASE.includes(assertion.purpose) || assertion.caseReference !== undefined;
    const asserted = assertion.tokenDigest === tokenDigest(token) && requester.purposes.includes(assertion.purpose);
    if (!named || !asserted || !isBoundAsNeeded(requester)) throw requestError('UNAUTHENTICATED');
    return { requester, assertion };
  }

  private async assertion(text: string): Promise<Assertion> {
    const { gateway, gatewayKey: key } = this.trust;
    const known = this.assertions.get(text);
    // INVARIANT: of one that is remembered the signature alone is not verified again; its age is.
    if (known && this.now().getTime() < known.holdsUntil) return known.statement;
    const verified = await verifyAssertion(text, { key, gateway, subgraph: this.subgraph, now: this.now() }).catch(
      () => {
        throw requestError('UNAUTHENTICATED');
      },
    );
    this.assertions.set(text, verified);
    return verified.statement;
  }
}
