import {
  makeIssuer,
  type TestIssuer,
  TOKEN_INSTANT,
  type TokenChanges,
  tokenOf,
  VALID_CLAIMS,
} from '../testing/issuer';
import { TokenVerifier } from './verify-token';

const REFUSED = expect.objectContaining({ code: 'UNAUTHENTICATED', details: {} });
const HOUR = 3600;

describe('TokenVerifier', () => {
  let issuer: TestIssuer;
  let other: TestIssuer;
  let now: Date;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    [issuer, other] = await Promise.all([makeIssuer('PAN'), makeIssuer('COL')]);
  });
  beforeEach(() => {
    now = TOKEN_INSTANT;
    verifier = new TokenVerifier(new Map([...issuer.trust, ...other.trust]), () => now);
  });

  const verify = async (changes: TokenChanges = {}) => verifier.verify(await tokenOf(issuer, changes));

  it('tells who asks', async () => {
    expect(await verify()).toEqual({
      party: 'PAN',
      agency: 'SNM',
      id: 'somebody',
      roles: ['ANALYST'],
      purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
      assurance: 2,
      issuer: issuer.url,
      key: issuer.kid,
      issuedAt: VALID_CLAIMS.iat,
      expiresAt: VALID_CLAIMS.exp,
    });
  });

  it("the party is the issuer's, whatever the token claims (threat 54)", async () => {
    expect(await verify({ claims: { party: 'USA', issuer: 'x', expiresAt: 9e9 } })).toMatchObject({
      party: 'PAN',
      issuer: issuer.url,
      expiresAt: VALID_CLAIMS.exp,
    });
  });

  it('tells the key to which a token is bound', async () => {
    const jkt = 'k'.repeat(42).concat('A');
    expect(await verify({ claims: { cnf: { jkt } } })).toMatchObject({ clientKeyThumbprint: jkt });
    expect(await verify({ claims: { clientKeyThumbprint: jkt } })).not.toHaveProperty('clientKeyThumbprint');
  });

  it.each([
    null,
    {},
    'key',
    { jkt: '' },
    { jkt: 'short' },
    { jkt: 7 },
    { 'x5t#S256': 'k'.repeat(43) },
    { jkt: 'k'.repeat(43), 'x5t#S256': 'k'.repeat(43) },
    { jwk: { kty: 'OKP' } },
  ])('refuses a token that is bound in a way that nobody verifies here: %j (threat 52)', async (cnf) => {
    await expect(verify({ claims: { cnf } })).rejects.toEqual(REFUSED);
  });

  it.each<[string, Record<string, unknown>]>([
    ['expired', { exp: VALID_CLAIMS.iat - 10 }],
    ['not yet valid', { nbf: VALID_CLAIMS.exp }],
    ['issued in the future', { iat: VALID_CLAIMS.exp - 60 }],
    ['older than twelve hours', { iat: VALID_CLAIMS.iat - 12 * HOUR }],
    ['for another audience', { aud: 'elsewhere' }],
    ['of an unknown issuer', { iss: 'https://issuer.bra.example/' }],
    ['with a role that does not exist', { roles: ['SPY'] }],
    ['with a purpose that does not exist', { purposes: ['CURIOSITY'] }],
    ['without a role', { roles: [] }],
    ['with no such assurance', { assurance: 4 }],
    ['with an empty subject', { sub: '' }],
    ...['iss', 'sub', 'aud', 'iat', 'exp', 'jti', 'agency', 'roles', 'purposes', 'assurance'].map(
      (claim): [string, Record<string, unknown>] => [`without ${claim}`, { [claim]: undefined }],
    ),
  ])('refuses a token %s (threat 51)', async (_, claims) => {
    await expect(verify({ claims })).rejects.toEqual(REFUSED);
  });

  it.each<[string, Partial<TokenChanges['header']>]>([
    ['an unknown key', { kid: 'PAN-2' }],
    ['a path for a key', { kid: '../../keys/gateway' }],
    ['an address of keys', { jku: 'https://evil.example/keys' }],
    ['a key of its own', { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }],
    ['a certificate', { x5c: ['AA'] }],
  ])('refuses a header with %s (threat 50)', async (_, header) => {
    await expect(verify({ header: header as never })).rejects.toEqual(REFUSED);
  });

  it("refuses another issuer's signature, under either name", async () => {
    await expect(verify({ key: other.privateKey })).rejects.toEqual(REFUSED);
    await expect(verify({ claims: { iss: other.url }, header: { kid: other.kid } })).rejects.toEqual(REFUSED);
  });

  it('refuses no algorithm, a stripped signature and an altered payload (threat 50)', async () => {
    const [header, payload, signature] = (await tokenOf(issuer)).split('.') as [string, string, string];
    const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const unsigned = encode({ alg: 'none', kid: issuer.kid });
    const altered = encode({ iss: issuer.url, ...VALID_CLAIMS, roles: ['ADMINISTRATOR'] });
    for (const token of [
      `${unsigned}.${payload}.`,
      `${unsigned}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${altered}.${signature}`,
    ])
      await expect(verifier.verify(token)).rejects.toEqual(REFUSED);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no token', 'not a token'],
    ['too long a text', 'a'.repeat(5000)],
  ])('refuses %s', async (_, text) => {
    await expect(verifier.verify(text)).rejects.toEqual(REFUSED);
  });

  it('a remembered token ends when it says', async () => {
    const token = await tokenOf(issuer);
    await verifier.verify(token);
    now = new Date(VALID_CLAIMS.exp * 1000 - 1);
    expect((await verifier.verify(token)).party).toBe('PAN');
    now = new Date(VALID_CLAIMS.exp * 1000);
    await expect(verifier.verify(token)).rejects.toEqual(REFUSED);
  });

  it('a remembered token that is valid for days ends after twelve hours', async () => {
    const token = await tokenOf(issuer, { claims: { exp: VALID_CLAIMS.exp + 240 * HOUR } });
    await verifier.verify(token);
    now = new Date((VALID_CLAIMS.iat + 12 * HOUR) * 1000);
    await expect(verifier.verify(token)).rejects.toEqual(REFUSED);
  });
});
