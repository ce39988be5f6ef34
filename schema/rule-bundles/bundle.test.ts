import { partOf, partyOf, signedPart } from '../testing/rule-parties';
import { EMPTY_BUNDLE, etagOf } from './bundle';

describe('etagOf', () => {
  const signed = (owner: string, number: number) => signedPart(partOf(owner, number), partyOf(owner));

  it('names a bundle by 32 hexadecimal digits, whatever the order of its owners', async () => {
    const [COL, PAN] = [await signed('COL', 1), await signed('PAN', 1)];
    const etag = etagOf({ parts: { PAN, COL }, keyChanges: [] });
    expect(etag).toMatch(/^[0-9a-f]{32}$/);
    expect(etagOf({ parts: { COL, PAN }, keyChanges: [] })).toBe(etag);
  });

  it('gives another name to everything that is another content', async () => {
    const [COL, PAN, newer] = [await signed('COL', 1), await signed('PAN', 1), await signed('PAN', 2)];
    const etags = [
      EMPTY_BUNDLE,
      { parts: { COL, PAN }, keyChanges: [] },
      { parts: { COL }, keyChanges: [] },
      { parts: { COL, PAN: newer }, keyChanges: [] },
      { parts: { COL: PAN, PAN: COL }, keyChanges: [] },
      { parts: { COL, PAN }, keyChanges: [newer] },
      { parts: { COL, PAN: { ...PAN, signatures: COL.signatures } }, keyChanges: [] },
    ].map(etagOf);
    expect(new Set(etags).size).toBe(etags.length);
  });
});
