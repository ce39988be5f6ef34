import { evidenceHeader, readEvidenceHeader } from './evidence-header';

const LEAF = { log: 'panama-darien-flow', index: 41_234, leafHash: '-_Aa9'.repeat(9).slice(0, 43) };

describe('the header that names an owner’s leaf', () => {
  it('is read as it was written', () => {
    expect(readEvidenceHeader(evidenceHeader(LEAF))).toEqual(LEAF);
    expect(readEvidenceHeader(evidenceHeader({ ...LEAF, index: 0 }))).toEqual({ ...LEAF, index: 0 });
  });

  it.each([
    ['nothing', undefined],
    ['two headers', [evidenceHeader(LEAF), evidenceHeader(LEAF)]],
    ['a number below zero', evidenceHeader({ ...LEAF, index: -1 })],
    ['a number that is not exact', evidenceHeader({ ...LEAF, index: Number.MAX_SAFE_INTEGER })],
    ['a short hash', evidenceHeader({ ...LEAF, leafHash: 'A' })],
    ['a name with a colon', evidenceHeader({ ...LEAF, log: 'a:b' })],
    ['something behind it', `${evidenceHeader(LEAF)}\n`],
  ])('is none: %s', (_, text) => {
    expect(readEvidenceHeader(text)).toBeUndefined();
  });
});
