import fc from 'fast-check';
import { FetchVerifier, type SignedFetch, signFetch } from './fetch-signature';

const KEY = new Uint8Array(32).fill(1);
const START = Date.parse('2026-01-15T12:00:00Z');
const TEXT = '{"query":"{ x } # año"}';
const FETCH = { assertion: 'a.b.c', body: Buffer.from(TEXT) };

describe('fetch signature', () => {
  let now: number;
  let verifier: FetchVerifier;
  beforeEach(() => {
    now = START;
    verifier = new FetchVerifier(KEY, () => new Date(now));
  });
  const signed = (at = START, fetch: SignedFetch = FETCH) => signFetch(fetch, KEY, new Date(at));

  it('holds once, for the very bytes', () => {
    const header = signed();
    expect(verifier.verify(header, FETCH)).toBe(true);
    expect(verifier.verify(header, FETCH)).toBe(false);
  });

  it('is of a text what it is of its bytes', () => {
    expect(verifier.verify(signed(START, { ...FETCH, body: TEXT }), FETCH)).toBe(true);
  });

  it('does not hold for an altered body or another assertion', () => {
    expect(verifier.verify(signed(), { ...FETCH, body: Buffer.from('{"query":"{ y }"}') })).toBe(false);
    expect(verifier.verify(signed(), { ...FETCH, body: Buffer.concat([FETCH.body, Buffer.from(' ')]) })).toBe(false);
    expect(verifier.verify(signed(), { ...FETCH, assertion: 'a.b.d' })).toBe(false);
  });

  it('a refused attempt does not use the signature up', () => {
    const header = signed();
    expect(verifier.verify(header, { ...FETCH, assertion: 'x' })).toBe(false);
    expect(verifier.verify(header, FETCH)).toBe(true);
  });

  it('does not hold under another key', () => {
    expect(new FetchVerifier(new Uint8Array(32), () => new Date(now)).verify(signed(), FETCH)).toBe(false);
  });

  it.each([
    [-35_001, false],
    [-35_000, true],
    [35_000, true],
    [35_001, false],
  ])('made %i ms from now: %s', (offset, holds) => {
    expect(verifier.verify(signed(START + offset), FETCH)).toBe(holds);
  });

  it('two signatures of the same fetch are two fetches', () => {
    expect([verifier.verify(signed(), FETCH), verifier.verify(signed(), FETCH)]).toEqual([true, true]);
  });

  it('is not replayed at any time at which it would be fresh', () => {
    const header = signed(START + 35_000);
    expect(verifier.verify(header, FETCH)).toBe(true);
    for (const offset of [1, 35_000, 69_999, 70_000, 70_001]) {
      now = START + offset;
      expect(verifier.verify(signed(now), FETCH)).toBe(true);
      expect(verifier.verify(header, FETCH)).toBe(false);
    }
  });

  it.each(['', '.', '..', 'x.y.z', '1.2.3.4', `${START}.nonce`, `${START}.nonce.`, `NaN.nonce.AAAA`])(
    'does not hold for %j',
    (header) => {
      expect(verifier.verify(header, FETCH)).toBe(false);
    },
  );

  it('no change of one character of the text holds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...'0aZ_-.'), (at, character) => {
        const header = signed();
        const place = at % (header.lastIndexOf('.') + 1);
        const altered = header.slice(0, place) + character + header.slice(place + 1);
        expect(verifier.verify(altered, FETCH)).toBe(altered === header);
      }),
    );
  });
});
