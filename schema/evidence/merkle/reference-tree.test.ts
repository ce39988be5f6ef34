import { CompactRange } from './compact-range';
import { consistencyProof } from './consistency-proof';
import { EMPTY_ROOT, leafHash } from './hashing';
import { inclusionProof } from './inclusion-proof';
import { storedCount, storedPosition, storedSize } from './stored-order';
import { isConsistent } from './verify-consistency';
import { isIncluded } from './verify-inclusion';

// The tree of eight leaves with which Certificate Transparency's implementations are tested: leaves, roots and proofs
// from github.com/transparency-dev/merkle, testonly/constants.go and testonly/reference_test.go (Apache-2.0).
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSION: ReadonlyArray<{ index: number; size: number; proof: string[] }> = [
  { index: 0, size: 1, proof: [] },
  { index: 0, size: 2, proof: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'] },
  { index: 1, size: 2, proof: ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'] },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    index: 1,
    size: 5,
    proof: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
];
const CONSISTENCY: ReadonlyArray<{ from: number; to: number; proof: string[] }> = [
  { from: 1, to: 1, proof: [] },
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
];

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const leaves = LEAVES.map(bytes);
const headAt = (size: number) => ({ size, root: bytes(ROOTS[size] as string) });

const range = CompactRange.empty();
const roots = [range.root()];
const stored = leaves.flatMap((leaf) => {
  const completed = range.append(leafHash(leaf));
  roots.push(range.root());
  return completed;
});
const read = async (level: number, index: number) => stored[storedPosition(level, index)] as Buffer;

describe('the reference tree of Certificate Transparency', () => {
  it('has the published root at each size, 0 included', () => {
    expect(roots.map((root) => root.toString('hex'))).toEqual(ROOTS);
    expect(EMPTY_ROOT.toString('hex')).toBe(ROOTS[0]);
  });

  it.each(INCLUSION)('has the published proof of leaf $index in $size leaves', async ({ index, size, proof }) => {
    expect((await inclusionProof(index, size, read)).map((hash) => hash.toString('hex'))).toEqual(proof);
    const inclusion = { index, leafHash: leafHash(leaves[index] as Buffer), proof: proof.map(bytes) };
    expect(isIncluded(inclusion, headAt(size))).toBe(true);
  });

  it.each(CONSISTENCY)('has the published proof that $to leaves begin with $from', async ({ from, to, proof }) => {
    expect((await consistencyProof(from, to, read)).map((hash) => hash.toString('hex'))).toEqual(proof);
    expect(isConsistent(headAt(from), headAt(to), proof.map(bytes))).toBe(true);
  });

  it('goes on from stored hashes as from leaves, at each size', async () => {
    for (const [size, root] of roots.entries())
      expect((await CompactRange.stored(size, read)).root().equals(root)).toBe(true);
  });
});

// The ways to spoil a proof that the same sources try (proof/verify_test.go).
const some = bytes('abacaba000000000000000000000000000000000000000000060061e00123456');
const flipped = (proof: readonly Buffer[], at: number) =>
  proof.map((hash, index) =>
    index === at ? Buffer.from(hash.map((byte, place) => (place === 0 ? byte ^ 8 : byte))) : hash,
  );
const spoilt = (proof: readonly Buffer[], root: Buffer): Buffer[][] => [
  [...proof, Buffer.alloc(0)],
  [...proof, root],
  [Buffer.alloc(0), ...proof],
  [root, ...proof],
  ...proof.map((_, at) => flipped(proof, at)),
  proof.slice(0, -1),
  [...proof.slice(0, 1), some, ...proof.slice(1)],
];

describe('a spoilt proof does not verify', () => {
  it.each(INCLUSION.filter(({ proof }) => proof.length > 0))(
    'of leaf $index in $size',
    ({ index, size, proof: hex }) => {
      const [proof, head] = [hex.map(bytes), headAt(size)];
      const inclusion = { index, leafHash: leafHash(leaves[index] as Buffer), proof };
      for (const wrong of spoilt(proof, head.root))
        expect(isIncluded({ ...inclusion, proof: wrong }, head)).toBe(false);
      for (const wrong of [index - 1, index + 1, index ^ 2, index + 0.5, Number.NaN])
        expect(isIncluded({ ...inclusion, index: wrong }, head)).toBe(false);
      for (const wrong of [size * 2, Math.floor(size / 2), 0])
        expect(isIncluded(inclusion, { ...head, size: wrong })).toBe(false);
      for (const wrong of [some, EMPTY_ROOT, Buffer.alloc(0)]) {
        expect(isIncluded(inclusion, { ...head, root: wrong })).toBe(false);
        expect(isIncluded({ ...inclusion, leafHash: wrong }, head)).toBe(false);
      }
    },
  );

  it.each(CONSISTENCY.filter(({ proof }) => proof.length > 0))('from $from to $to', ({ from, to, proof: hex }) => {
    const [proof, older, newer] = [hex.map(bytes), headAt(from), headAt(to)];
    for (const wrong of [...spoilt(proof, newer.root), [], [older.root, ...proof], [...proof, older.root]])
      expect(isConsistent(older, newer, wrong)).toBe(false);
    for (const size of [from - 1, from + 1, from ^ 2].filter((wrong) => wrong > 0))
      expect(isConsistent({ ...older, size }, newer, proof)).toBe(false);
    for (const size of [to * 2, Math.floor(to / 2)]) expect(isConsistent(older, { ...newer, size }, proof)).toBe(false);
    expect(isConsistent({ ...older, root: newer.root }, { ...newer, root: older.root }, proof)).toBe(false);
    expect(isConsistent({ ...older, root: some }, newer, proof)).toBe(false);
    expect(isConsistent(older, { ...newer, root: some }, proof)).toBe(false);
  });

  it('nor does time run backwards, nor is a tree consistent with another of its size', () => {
    expect(isConsistent(headAt(2), headAt(1), [])).toBe(false);
    expect(isConsistent(headAt(1), { size: 1, root: some }, [])).toBe(false);
    expect(isConsistent(headAt(1), headAt(1), [some])).toBe(false);
    expect(isConsistent(headAt(0), headAt(1), [some])).toBe(false);
    expect(isConsistent(headAt(0), headAt(1), [])).toBe(true);
  });
});

describe('the stored order', () => {
  it('says for any number of hashes how many leaves they stand for', () => {
    for (let size = 0; size < 300; size += 1) {
      expect(storedSize(storedCount(size))).toBe(size);
      expect(storedSize(storedCount(size + 1) - 1)).toBe(size);
    }
    expect(storedPosition(0, 2 ** 40)).toBe(2 ** 41 - 1);
  });

  it('refuses proofs of what is not in the tree', async () => {
    await expect(inclusionProof(8, 8, read)).rejects.toThrow(RangeError);
    await expect(inclusionProof(-1, 8, read)).rejects.toThrow(RangeError);
    await expect(consistencyProof(9, 8, read)).rejects.toThrow(RangeError);
  });
});
