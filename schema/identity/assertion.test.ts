import { SignJWT } from 'jose';
import { makeIssuer, type TestIssuer, TOKEN_INSTANT } from '../testing/issuer';
import { type Assertion, signAssertion, verifyAssertion } from './assertion';

const ASSERTION: Assertion = {
  tokenDigest: 'digest',
  purpose: 'STATISTICS',
  ruleSetVersion: '0123456789abcdef',
  decidedAt: TOKEN_INSTANT.getTime(),
};
const later = (milliseconds: number) => new Date(TOKEN_INSTANT.getTime() + milliseconds);

describe('assertion', () => {
  let pair: TestIssuer;
  beforeAll(async () => {
    pair = await makeIssuer();
  });

  const signed = (changes: Partial<Assertion> = {}, now = TOKEN_INSTANT) =>
    signAssertion({ ...ASSERTION, ...changes }, { key: pair.signer, gateway: 'gate', subgraph: 'flow', now });
  const verify = (text: string, changes: Partial<Parameters<typeof verifyAssertion>[1]> = {}) =>
    verifyAssertion(text, { key: pair.publicKey, gateway: 'gate', subgraph: 'flow', now: TOKEN_INSTANT, ...changes });

  it('says for which token, purpose and rules, and when', async () => {
    expect((await verify(await signed())).statement).toEqual(ASSERTION);
  });

  it('says until when it holds', async () => {
    const text = signed();
    const { holdsUntil } = await verify(text);
    expect(holdsUntil).toBe(later(35_000).getTime());
    await expect(verify(text, { now: new Date(holdsUntil - 1) })).resolves.toBeTruthy();
    await expect(verify(text, { now: new Date(holdsUntil) })).rejects.toThrow();
  });

  it('holds no longer where it was decided before it was signed', async () => {
    const { holdsUntil } = await verify(signed({ decidedAt: later(-10_000).getTime() }));
    expect(holdsUntil).toBe(later(25_000).getTime());
  });

  it.each([
    ['another gateway', { gateway: 'other' }],
    ['another subgraph', { subgraph: 'other' }],
    ['a time too late', { now: later(36_000) }],
    ['a time too early', { now: later(-36_000) }],
  ])('does not hold for %s', async (_, changes) => {
    await expect(verify(await signed(), changes)).rejects.toThrow();
  });

  it('holds for half a minute', async () => {
    expect((await verify(await signed(), { now: later(29_000) })).statement).toEqual(ASSERTION);
  });

  it('does not hold when the decision is older or newer than that', async () => {
    for (const offset of [-36_000, 36_000])
      await expect(verify(await signed({ decidedAt: later(offset).getTime() }))).rejects.toThrow('too long ago');
  });

  it("does not hold under another key, altered, or with a requester's token in its place", async () => {
    const stranger = await makeIssuer();
    const [header, , signature] = (await signed()).split('.');
    const [, payload] = (await signed({ purpose: 'ENFORCEMENT' })).split('.');
    await expect(verify(await signed(), { key: stranger.publicKey })).rejects.toThrow();
    await expect(verify(`${header}.${payload}.${signature}`)).rejects.toThrow();
    const untyped = new SignJWT({ ...ASSERTION, iss: 'gate', aud: 'flow' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuedAt(TOKEN_INSTANT)
      .setExpirationTime(later(30_000));
    await expect(verify(await untyped.sign(pair.privateKey))).rejects.toThrow();
  });

  it.each(Object.keys(ASSERTION))('does not hold without %s', async (claim) => {
    await expect(verify(await signed({ [claim]: undefined }))).rejects.toThrow();
  });

  it('does not hold for a purpose that does not exist', async () => {
    await expect(verify(await signed({ purpose: 'CURIOSITY' as never }))).rejects.toThrow();
  });
});
