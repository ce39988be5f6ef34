import fc from 'fast-check';
import { KIND_LABELS } from '../testing/arbitrary-rules';
import { openingOf, TEST_OPENER } from '../testing/openings';
import { agreementOf, grantOf, ruleSetOf, TEST_INSTANT } from '../testing/rules';
import { DeciderCache } from './decider';
import { holderOf } from './opening';
import { breakGlassHours, openTo, withOpenings } from './openings';
import type { Grant } from './rule';

const ON = 'Crossing.on';
const HOUR = 3_600_000;
const NAME = 'PAN:TEST-AGREEMENT';
const glass = (hours = 4, changes: Partial<Grant> = {}) =>
  grantOf([ON], { id: 'GLASS', breakGlass: { hours }, ...changes });
const rules = (grants: readonly Grant[] = [glass()]) => ruleSetOf({ labels: KIND_LABELS, grants });
const opener = { requester: { ...TEST_OPENER, roles: ['ANALYST' as const] }, purpose: 'MIGRATION_MANAGEMENT' as const };
const openAt = (at: number, changes = {}, grants?: readonly Grant[]) =>
  openTo(withOpenings(rules(grants), [openingOf(changes)]), { ...opener, at });

describe('openTo', () => {
  it('opens an agreement to the person who opened it, from that instant until its end', () => {
    const instants = [-1, 0, 4 * HOUR - 1, 4 * HOUR].map((after) => openAt(TEST_INSTANT + after));
    expect(instants).toEqual([[], [NAME], [NAME], []]);
  });

  it.each([
    ['another person', { requester: { ...opener.requester, id: 'another' } }],
    ['nobody in particular', { requester: { party: 'COL', agency: 'AGENCY', roles: [] } }],
    ['another party', { requester: { ...opener.requester, party: 'USA' } }],
    ['another agency', { requester: { ...opener.requester, agency: 'OTHER' } }],
    ['another purpose', { purpose: 'AUDIT' as const }],
  ])('opens nothing to %s', (_, changes) => {
    expect(openTo(withOpenings(rules(), [openingOf()]), { ...opener, at: TEST_INSTANT, ...changes })).toEqual([]);
  });

  it("opens nothing to an agency that is not the own party's, though the opening names it", () => {
    const holder = holderOf('opening-1', { ...TEST_OPENER, agency: 'GHOST' });
    const ruleSet = withOpenings(rules(), [openingOf({ agency: 'GHOST', holder })]);
    const requester = { ...opener.requester, agency: 'GHOST' };
    expect(openTo(ruleSet, { ...opener, requester, at: TEST_INSTANT })).toEqual([]);
  });

  it('lasts no longer than the owner signed, whatever the opening says', () => {
    const long = { until: TEST_INSTANT + 72 * HOUR };
    expect(openAt(TEST_INSTANT + 2 * HOUR - 1, long, [glass(2)])).toEqual([NAME]);
    expect(openAt(TEST_INSTANT + 2 * HOUR, long, [glass(2)])).toEqual([]);
    // Written in two texts, the shorter counts.
    expect(openAt(TEST_INSTANT + HOUR, long, [glass(2), glass(1)])).toEqual([]);
  });

  it('lasts no longer than the opening says, whatever the owner signed since', () => {
    expect(openAt(TEST_INSTANT + 4 * HOUR, {}, [glass(72)])).toEqual([]);
  });

  it("opens nothing of an agreement without break-glass grants, or of another owner's of the same name", () => {
    expect(openAt(TEST_INSTANT, {}, [grantOf([ON])])).toEqual([]);
    expect(openAt(TEST_INSTANT, {}, [glass(4, { agreement: agreementOf({ owner: 'COL' }) })])).toEqual([]);
    expect(openAt(TEST_INSTANT, { agreement: 'OTHER' })).toEqual([]);
  });

  it('needs the holder of this very opening: one copied from another opens nothing', () => {
    expect(openAt(TEST_INSTANT, { holder: openingOf({ id: 'opening-2' }).holder })).toEqual([]);
  });
});

describe('a break-glass grant', () => {
  const always = grantOf([ON], { level: 'year' });
  const decided = (at: number, openings = [openingOf()], id: string = TEST_OPENER.id) => {
    const ruleSet = withOpenings(rules([always, glass()]), openings);
    return new DeciderCache().for(ruleSet, { ...opener, requester: { ...opener.requester, id }, at }).decide(ON);
  };

  it('counts only while it is open, and the decision says that it does', () => {
    expect(decided(TEST_INSTANT)).toMatchObject({ level: 'full', full: true, opened: { id: 'GLASS' } });
    expect(decided(TEST_INSTANT + 4 * HOUR)).toMatchObject({ level: 'year', opened: undefined });
    expect(decided(TEST_INSTANT, [])).toMatchObject({ level: 'year', opened: undefined });
    expect(decided(TEST_INSTANT, [openingOf()], 'another')).toMatchObject({ level: 'year', opened: undefined });
  });

  it('is told of only where it shows more than what is granted for good', () => {
    const opened = (grants: readonly Grant[]) =>
      new DeciderCache().for(withOpenings(rules(grants), [openingOf()]), { ...opener, at: TEST_INSTANT }).decide(ON)
        .opened?.id;
    expect(opened([grantOf([ON]), glass()])).toBeUndefined();
    expect(opened([grantOf([ON], { level: 'month' }), glass(4, { level: 'year' })])).toBeUndefined();
    expect(opened([glass(4, { level: 'month' }), glass(4, { id: 'MOST' })])).toBe('MOST');
  });

  it('one cache serves who opened and who did not, and a cached decision does not outlive an opening', () => {
    const cache = new DeciderCache();
    const ruleSet = withOpenings(rules(), [openingOf()]);
    const levelOf = (id: string, after: number) =>
      cache.for(ruleSet, { ...opener, requester: { ...opener.requester, id }, at: TEST_INSTANT + after }).decide(ON)
        .level;
    const asked = [0, 1, 4 * HOUR - 1, 4 * HOUR, 0].flatMap((after) => [levelOf('opener', after), levelOf('x', after)]);
    expect(asked).toEqual(['full', 'none', 'full', 'none', 'full', 'none', 'none', 'none', 'full', 'none']);
  });
});

describe('withOpenings', () => {
  it('is part of the version, so that both sides decide by the same openings', () => {
    const versions = [[], [openingOf()], [openingOf({ until: TEST_INSTANT + 1 })], [openingOf({ id: 'x' })]].map(
      (openings) => withOpenings(rules(), openings).version,
    );
    expect(new Set(versions).size).toBe(4);
    expect(versions[0]).toBe(rules().version);
    expect(withOpenings(rules(), [openingOf()]).version).toBe(versions[1]);
  });

  it('never opens more than is signed, whatever openings are handed out', () => {
    const anyOpening = fc
      .record({
        owner: fc.constantFrom('PAN', 'COL', 'ALL'),
        agreement: fc.constantFrom('TEST-AGREEMENT', 'OTHER'),
        openedAt: fc.integer({ min: -100, max: 100 }).map((hours) => TEST_INSTANT + hours * HOUR),
        until: fc.integer({ min: -100, max: 1000 }).map((hours) => TEST_INSTANT + hours * HOUR),
      })
      .map((changes) => openingOf(changes));
    const property = fc.property(fc.array(anyOpening), fc.integer({ min: 1, max: 72 }), (openings, hours) => {
      const ruleSet = withOpenings(rules([glass(hours), grantOf(['Crossing.sex'])]), openings);
      const open = openTo(ruleSet, { ...opener, at: TEST_INSTANT });
      const since = openings.some(
        ({ owner, agreement, openedAt, until }) =>
          `${owner}:${agreement}` === NAME &&
          openedAt <= TEST_INSTANT &&
          TEST_INSTANT < Math.min(until, openedAt + hours * HOUR),
      );
      expect(open).toEqual(since ? [NAME] : []);
    });
    fc.assert(property);
  });
});

describe('breakGlassHours', () => {
  it('names the agreements that can be opened, each with the least of its hours', () => {
    const other = agreementOf({ id: 'OTHER', owner: 'COL' });
    const grants = [glass(8), glass(3), grantOf([ON]), glass(72, { agreement: other })];
    expect(breakGlassHours(rules(grants))).toEqual(
      new Map([
        [NAME, 3],
        ['COL:OTHER', 72],
      ]),
    );
  });
});
