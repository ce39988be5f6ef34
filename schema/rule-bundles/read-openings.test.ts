import { openingOf } from '../testing/openings';
import { BUNDLE_INSTANT, nothingHeld, partOf, partyOf, rootKeysOf, signedPart } from '../testing/rule-parties';
import { TEST_INSTANT } from '../testing/rules';
import { EMPTY_BUNDLE, etagOf } from './bundle';
import { holdBundle } from './hold-bundle';
import { MAX_OPENINGS, readOpenings } from './read-openings';

const HOUR = 3_600_000;

describe('readOpenings', () => {
  it('reads openings, and a bundle without any', () => {
    const openings = [openingOf(), openingOf({ id: 'another', owner: 'ALL' })];
    expect(readOpenings(openings)).toEqual({ read: openings, malformed: 0 });
    expect(readOpenings(undefined)).toEqual({ read: [], malformed: 0 });
  });

  it.each<[string, object]>([
    ['one that never ends', { until: Number.POSITIVE_INFINITY }],
    ['one that ends before it begins', { until: TEST_INSTANT - 1 }],
    ['one that lasts longer than any may', { until: TEST_INSTANT + 72 * HOUR + 1 }],
    ['an instant as text', { openedAt: '2026-01-15' }],
    ['another purpose', { purpose: 'CURIOSITY' }],
    ['no party', { party: 'ALL' }],
    ['no agreement', { agreement: '*' }],
    ['a holder that is no digest', { holder: 'somebody' }],
    ['a name that nobody knows', { role: 'ADMINISTRATOR' }],
  ])('%s opens nothing, and leaves the others', (_, changes) => {
    const good = openingOf({ id: 'good' });
    expect(readOpenings([{ ...openingOf(), ...changes }, good])).toEqual({ read: [good], malformed: 1 });
  });

  it.each([[null], ['all'], [{}], [[null]], [[[]]], [7]])('%j opens nothing', (value) => {
    expect(readOpenings(value)).toEqual({ read: [], malformed: 1 });
  });

  it('too many open nothing at all', () => {
    const many = Array.from({ length: MAX_OPENINGS + 1 }, (_, index) => openingOf({ id: `o-${index}` }));
    expect(readOpenings(many)).toEqual({ read: [], malformed: 1 });
    expect(readOpenings(many.slice(1)).read).toHaveLength(MAX_OPENINGS);
  });
});

describe('openings in a bundle', () => {
  const PAN = partyOf('PAN');
  const NOTHING = nothingHeld(rootKeysOf(PAN));
  const bundleOf = async (openings: unknown) => ({ parts: { PAN: await signedPart(partOf('PAN', 1), PAN) }, openings });

  it('are held as the newest bundle has them: one without any closes all', async () => {
    const { held } = await holdBundle(NOTHING, await bundleOf([openingOf()]), BUNDLE_INSTANT);
    expect(held.openings).toEqual([openingOf()]);
    const later = await holdBundle(held, { parts: {} }, BUNDLE_INSTANT);
    expect([later.held.openings, later.held.parts.size]).toEqual([[], 1]);
  });

  it("that are malformed open nothing, are reported, and keep no owner's part back", async () => {
    const { held, refusals } = await holdBundle(NOTHING, await bundleOf('everything'), BUNDLE_INSTANT);
    expect([held.openings, held.parts.size]).toEqual([[], 1]);
    expect(refusals).toEqual([{ owner: '', code: 'BAD_SHAPE', cause: expect.stringContaining('openings') }]);
  });

  it('are in its name; one without any has the name that it had', () => {
    const names = [undefined, [], [openingOf()], [openingOf({ until: TEST_INSTANT + 1 })]].map((openings) =>
      etagOf({ ...EMPTY_BUNDLE, ...(openings && { openings }) }),
    );
    expect(names[1]).toBe(names[0]);
    expect(new Set(names).size).toBe(3);
  });
});
