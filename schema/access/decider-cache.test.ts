import { KIND_LABELS } from '../testing/arbitrary-rules';
import { agreementOf, grantOf, ruleSetOf, subjectOf, TEST_INSTANT } from '../testing/rules';
import { DeciderCache } from './decider';

const ON = 'Crossing.on';
const HOUR = 3_600_000;
const until = (to: number) => grantOf([ON], { agreement: agreementOf({ from: TEST_INSTANT - HOUR, to }) });
const ruleSet = ruleSetOf({ labels: KIND_LABELS, grants: [until(TEST_INSTANT + HOUR)] });

const levelIn = (cache: DeciderCache, at: number, rules = ruleSet) =>
  cache.for(rules, subjectOf({ at })).decide(ON).level;

describe('DeciderCache', () => {
  it('gives one decider to one rights profile, in whatever order its roles stand', () => {
    const cache = new DeciderCache();
    const first = cache.for(ruleSet, subjectOf({ roles: ['ANALYST', 'AUDITOR'] }));
    expect(cache.for(ruleSet, subjectOf({ roles: ['AUDITOR', 'ANALYST'], at: TEST_INSTANT + 1 }))).toBe(first);
  });

  it.each([
    ['party', { party: 'USA' }],
    ['agency', { agency: 'OTHER' }],
    ['role', { roles: ['AUDITOR' as const] }],
    ['purpose', { purpose: 'AUDIT' as const }],
  ])('gives another decider to another %s', (_, changes) => {
    const cache = new DeciderCache();
    expect(cache.for(ruleSet, subjectOf(changes))).not.toBe(cache.for(ruleSet, subjectOf()));
  });

  it('does not confuse profiles whose parts look alike when they are joined', () => {
    const cache = new DeciderCache();
    const first = cache.for(ruleSet, subjectOf({ party: 'COL', agency: 'A","B' }));
    expect(cache.for(ruleSet, subjectOf({ party: 'COL","A', agency: 'B' }))).not.toBe(first);
  });

  it('a cached decision does not outlive its agreement', () => {
    const cache = new DeciderCache();
    const instants = [0, HOUR - 1, HOUR, HOUR + 1].map((offset) => TEST_INSTANT + offset);
    expect(instants.map((at) => levelIn(cache, at))).toEqual(['full', 'full', 'none', 'none']);
  });

  it('a cached decision does not miss the beginning of an agreement', () => {
    const cache = new DeciderCache();
    const instants = [-HOUR - 1, -HOUR].map((offset) => TEST_INSTANT + offset);
    expect(instants.map((at) => levelIn(cache, at))).toEqual(['none', 'full']);
  });

  it('a clock that was set back and forth revives no agreement', () => {
    const cache = new DeciderCache();
    const instants = [HOUR, 0, HOUR, -2 * HOUR, 0].map((offset) => TEST_INSTANT + offset);
    expect(instants.map((at) => levelIn(cache, at))).toEqual(['none', 'full', 'none', 'none', 'full']);
  });

  it('uses a new rule set at once', () => {
    const cache = new DeciderCache();
    const stricter = ruleSetOf({ labels: KIND_LABELS, grants: [] });
    expect(levelIn(cache, TEST_INSTANT)).toBe('full');
    expect(levelIn(cache, TEST_INSTANT, stricter)).toBe('none');
    expect(levelIn(cache, TEST_INSTANT)).toBe('full');
  });
});
