import { cleanToken, readTokenClaims } from './token-claims';

function tokenOf(payload: unknown): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'EdDSA' })}.${encode(payload)}.c2lnbmF0dXJl`;
}

describe('readTokenClaims', () => {
  test('reads who, for what and until when', () => {
    const token = tokenOf({ sub: 'analyst.pan', purposes: ['STATISTICS'], exp: 1_900_000_000 });
    expect(readTokenClaims(token)).toEqual({
      subject: 'analyst.pan',
      purposes: ['STATISTICS'],
      expiresAt: new Date('2030-03-17T17:46:40Z'),
    });
  });

  test('reads names outside ASCII', () => {
    expect(readTokenClaims(tokenOf({ sub: 'Íñigo Núñez' }))?.subject).toBe('Íñigo Núñez');
  });

  test('tells that a token is bound to a key of its client', () => {
    expect(readTokenClaims(tokenOf({ sub: 'dashboard.pan', cnf: { jkt: 'x' } }))).toEqual({
      subject: 'dashboard.pan',
      bound: true,
    });
  });

  test('leaves out claims of another type', () => {
    expect(readTokenClaims(tokenOf({ sub: 7, purposes: 'STATISTICS', exp: 'soon' }))).toEqual({});
    expect(readTokenClaims(tokenOf({ purposes: ['AUDIT', 1, null] }))?.purposes).toEqual(['AUDIT']);
  });

  test.each(['', 'opaque', 'a..c', 'a.%%%.c', 'a.bm90IGpzb24.c', 'a.bnVsbA.c', 'a._w.c'])('is null for %j', (text) =>
    expect(readTokenClaims(text)).toBeNull(),
  );
});

describe('cleanToken', () => {
  test.each([
    ['  a.b.c\n', 'a.b.c'],
    ['Bearer a.b.c', 'a.b.c'],
    ['DPoP a.b.c', 'a.b.c'],
    ['bearer  a.b\n.c', 'a.b.c'],
    ['bearera.b.c', 'bearera.b.c'],
  ])('%j -> %j', (pasted, token) => expect(cleanToken(pasted)).toBe(token));
});
