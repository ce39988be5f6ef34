import { hash } from 'node:crypto';
import { type CryptoKey, decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { requestError } from '../errors';
import { thumbprintText } from './possession/proof-format';
import { PURPOSES, ROLES } from './purposes';
import type { Requester } from './requester';
import type { TrustStore } from './trust-store';

/** The audience that every requester's token must name. */
export const TOKEN_AUDIENCE = 'pasarela';
const MAX_TOKEN_BYTES = 4096;
const MAX_TOKEN_AGE_SECONDS = 12 * 3600;
const CLOCK_TOLERANCE_SECONDS = 5;
const CACHED_TOKENS = 5000;

const claims = z
  .object({
    sub: z.string().min(1).max(200),
    exp: z.number(),
    iat: z.number(),
    agency: z.string().min(1).max(100),
    roles: z.array(z.enum(ROLES)).min(1),
    purposes: z.array(z.enum(PURPOSES)),
    assurance: z.number().int().min(1).max(3),
    // INVARIANT: a token that is bound in a way that nobody verifies here (to a certificate, say) is no token.
    cnf: z.strictObject({ jkt: thumbprintText }).optional(),
  })
  .transform(({ cnf, ...claimed }) => ({ ...claimed, ...(cnf && { clientKeyThumbprint: cnf.jkt }) }));

/** Verifies requesters' tokens against a trust store; a token that was verified is remembered until it ends. */
export class TokenVerifier {
  private readonly verified = new LRUCache<string, Requester>({ max: CACHED_TOKENS });
  private readonly keys = new Map<string, Promise<CryptoKey>>();

  constructor(
    private readonly trust: TrustStore,
    private readonly now: () => Date,
  ) {}

  /** The requester that a token speaks for, whoever presents it. Throws UNAUTHENTICATED, and never says why. */
  async verify(token: string | undefined): Promise<Requester> {
    if (!token || token.length > MAX_TOKEN_BYTES) throw requestError('UNAUTHENTICATED');
    const digest = tokenDigest(token);
    const known = this.verified.get(digest);
    if (known) return this.unexpired(known);
    const requester = await this.check(token).catch(() => {
      throw requestError('UNAUTHENTICATED');
    });
    this.verified.set(digest, requester);
    return requester;
  }

  private unexpired(requester: Requester): Requester {
    if (requester.expiresAt * 1000 <= this.now().getTime()) throw requestError('UNAUTHENTICATED');
    return requester;
  }

  private async check(token: string): Promise<Requester> {
    const issuer = this.trust.get(decodeJwt(token).iss ?? '');
    if (!issuer) throw requestError('UNAUTHENTICATED');
    const { kid, alg, ...rest } = decodeProtectedHeader(token);
    // INVARIANT: the key is one that we hold for this issuer; whatever key or address the token brings is refused.
    const jwk = issuer.keys.find((key) => key.kid === kid);
    if (!jwk || Object.keys(rest).some((name) => name !== 'typ')) throw requestError('UNAUTHENTICATED');
    const { payload } = await jwtVerify(token, await this.key(issuer.issuer, jwk), {
      algorithms: ['EdDSA'],
      issuer: issuer.issuer,
      audience: TOKEN_AUDIENCE,
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
      maxTokenAge: MAX_TOKEN_AGE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: this.now(),
    });
    const { sub, exp, iat, ...claimed } = claims.parse(payload);
    // A remembered token is checked by this instant alone, so its greatest age counts here too.
    const expiresAt = Math.min(exp, iat + MAX_TOKEN_AGE_SECONDS);
    // INVARIANT: the party is the issuer's. A `party` claim, if there is one, counts for nothing (threat 54).
    return { ...claimed, id: sub, party: issuer.party, issuer: issuer.issuer, key: jwk.kid, issuedAt: iat, expiresAt };
  }

  private key(issuer: string, jwk: { kid: string; x: string }): Promise<CryptoKey> {
    // The key itself is part of its name: an issuer may be pinned with another one under the same kid.
    const name = `${issuer} ${jwk.kid} ${jwk.x}`;
    const key = this.keys.get(name) ?? (importJWK(jwk, 'EdDSA') as Promise<CryptoKey>);
    this.keys.set(name, key);
    return key;
  }
}

/** The name under which a token is known without being kept: SHA-256 in base64url. */
export const tokenDigest = (token: string): string => hash('sha256', token, 'base64url');

/** The token of an `Authorization: Bearer` header. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  tokenAfter(/^Bearer /, authorization);

/** The token of an `Authorization: DPoP` header, which stands beside a proof that its key is held. */
export const boundToken = (authorization: string | undefined): string | undefined =>
  tokenAfter(/^DPoP /, authorization);

/** INVARIANT: one token has one text; unused bits must be zero. */
function tokenAfter(scheme: RegExp, authorization: string | undefined): string | undefined {
  if (!authorization || !scheme.test(authorization)) return undefined;
  const token = authorization.replace(scheme, '');
  return COMPACT.test(token) && token.split('.').every(isCanonical) ? token : undefined;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

const isCanonical = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;
