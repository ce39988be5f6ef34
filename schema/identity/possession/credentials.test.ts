import { decodeJwt, decodeProtectedHeader } from 'jose';
import { makeClientKey } from '../../testing/client';
import { tokenDigest } from '../verify-token';
import { credentialHeaders } from './credentials';

const NOW = new Date('2026-01-15T12:00:00.900Z');
const REQUEST = { method: 'POST', address: 'https://Data.example/graphql?x=1' };

describe('credentialHeaders', () => {
  it('gives an unbound token to whoever bears it', async () => {
    expect(await credentialHeaders({ token: 'a.b.c' }, REQUEST, () => NOW)).toEqual({ authorization: 'Bearer a.b.c' });
  });

  it('gives a bound token with a proof for this request alone', async () => {
    const key = await makeClientKey();
    const { authorization, dpop } = await credentialHeaders({ token: 'a.b.c', key }, REQUEST, () => NOW);
    expect(authorization).toBe('DPoP a.b.c');
    expect(decodeProtectedHeader(dpop as string)).toEqual({ typ: 'dpop+jwt', alg: 'EdDSA', jwk: key.publicKey });
    expect(decodeJwt(dpop as string)).toEqual({
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      htm: 'POST',
      htu: 'https://data.example/graphql',
      iat: Math.floor(NOW.getTime() / 1000),
      ath: tokenDigest('a.b.c'),
    });
  });

  it('is never the same twice', async () => {
    const credentials = { token: 'a.b.c', key: await makeClientKey() };
    const headers = await Promise.all([1, 2].map(() => credentialHeaders(credentials, REQUEST, () => NOW)));
    expect(headers[0]?.dpop).not.toBe(headers[1]?.dpop);
  });

  it('is made for addresses over HTTP only', async () => {
    const credentials = { token: 'a.b.c', key: await makeClientKey() };
    await expect(credentialHeaders(credentials, { method: 'POST', address: 'elsewhere' }, () => NOW)).rejects.toThrow(
      'elsewhere is no http or https address',
    );
  });
});
