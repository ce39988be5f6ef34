import { bearerToken, boundToken, tokenDigest } from './verify-token';

describe('bearerToken', () => {
  it('takes the token of a bearer header', () => {
    expect(bearerToken('Bearer a-bA.c_dA.e1fQ')).toBe('a-bA.c_dA.e1fQ');
  });

  it('refuses a second spelling of the same token', () => {
    expect(bearerToken('Bearer a-bA.c_dA.YQ')).toBe('a-bA.c_dA.YQ');
    expect(bearerToken('Bearer a-bA.c_dA.YR')).toBeUndefined();
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'bearer a.b.c', 'Basic a.b.c', 'Bearer a.b', 'Bearer a.b.c.d'])(
    'takes nothing of %j',
    (header) => {
      expect(bearerToken(header)).toBeUndefined();
    },
  );

  it.each(['Bearer a.b.c ', 'Bearer a.b.c\n', 'Bearer a.b.c, Bearer d.e.f', 'Bearer a.b.', 'Bearer a.b.c;'])(
    'takes nothing of what is more than a token: %j',
    (header) => {
      expect(bearerToken(header)).toBeUndefined();
    },
  );
});

describe('boundToken', () => {
  it('takes the token of a header that says that its key is held, and of no other', () => {
    expect(boundToken('DPoP a-bA.c_dA.YQ')).toBe('a-bA.c_dA.YQ');
    for (const header of [
      undefined,
      'DPoP',
      'Bearer a-bA.c_dA.YQ',
      'dpop a-bA.c_dA.YQ',
      'DPoP a-bA.c_dA.YR',
      'DPoP  a.b.c',
    ])
      expect(boundToken(header)).toBeUndefined();
    expect(bearerToken('DPoP a-bA.c_dA.YQ')).toBeUndefined();
  });
});

describe('tokenDigest', () => {
  it('is SHA-256 in base64url, and does not hold the token', () => {
    expect(tokenDigest('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});
