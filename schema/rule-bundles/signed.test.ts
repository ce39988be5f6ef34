import { base64urlOf, partOf, partyOf, signedPart } from '../testing/rule-parties';
import { contentOf, type Signed, signed } from './signed';

describe('signed', () => {
  let part: Signed;
  beforeAll(async () => {
    part = await signedPart(partOf('PAN', 1), partyOf('PAN'));
  });
  const isSigned = (value: unknown) => signed.safeParse(value).success;
  const withSignature = (changes: object) => ({ ...part, signatures: [{ ...part.signatures[0], ...changes }] });

  it('is a payload and its signatures', () => {
    expect(isSigned(part)).toBe(true);
    expect(contentOf(part)).toEqual(partOf('PAN', 1));
  });

  it('refuses what is no signed content, and headers that no signature covers', () => {
    const refused: unknown[] = [
      null,
      [],
      'a.b.c',
      { ...part, signatures: [] },
      { ...part, header: { alg: 'none' } },
      withSignature({ header: { kid: 'another' } }),
      withSignature({ protected: undefined }),
      withSignature({ signature: '' }),
    ];
    expect(refused.filter(isSigned)).toEqual([]);
  });

  it.each(['QQ==', 'Q Q', 'Q\nQ', 'Q+Q/', ' QQ', 'QQQQQ', 'QR'])(
    'takes one spelling of bytes alone, and not %j',
    (spelling) => {
      expect(isSigned({ ...part, payload: spelling })).toBe(false);
      expect(isSigned(withSignature({ protected: spelling }))).toBe(false);
      expect(isSigned(withSignature({ signature: spelling }))).toBe(false);
    },
  );

  it('takes 2 MB, and no more', () => {
    expect(isSigned({ ...part, payload: base64urlOf('a'.repeat(2 * 1024 * 1024)) })).toBe(true);
    expect(isSigned({ ...part, payload: base64urlOf('a'.repeat(2 * 1024 * 1024 + 3)) })).toBe(false);
  });

  it('takes so many signatures as there can be parties, and no more', () => {
    const times = (count: number) => ({ ...part, signatures: Array.from({ length: count }, () => part.signatures[0]) });
    expect(isSigned(times(50))).toBe(true);
    expect(isSigned(times(51))).toBe(false);
  });

  it.each([
    ['no JSON', Buffer.from('{')],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22])],
    ['a mark before the text', Buffer.from('\uFEFF{}')],
  ])('holds nothing that can be read in %s', (_, bytes) => {
    expect(() => contentOf({ ...part, payload: bytes.toString('base64url') })).toThrow();
  });
});
