import { JOINT_LABELS } from '../testing/joint';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { agreementsOn, capOn } from './cap-on-record';
import { decide } from './decide';
import type { Cap } from './rule';

const SEEN = 'Need.seenOn';
const grantBy = (owner: string, level = 'full') =>
  grantOf([SEEN], { agreement: agreementOf({ owner, id: `OF-${owner}` }), level });
const seen = (caps: readonly Cap[] = [], level = 'full') =>
  decide(ruleSetOf({ labels: JOINT_LABELS, grants: [grantBy('PAN'), grantBy('USA', level)], caps }), subjectOf(), SEEN);
const by = (contributedBy: string, station: string | null = null) => ({ contributedBy, station });
const target = { coordinates: [SEEN] };

describe('what decides a field on one record', () => {
  it('is the agreement of the party that contributed it, and of no other', () => {
    for (const party of ['PAN', 'USA'])
      expect(agreementsOn(seen(), by(party)).map(({ id }) => id)).toEqual([`OF-${party}`]);
    expect(agreementsOn(seen(), by('COL'))).toEqual([]);
    expect(agreementsOn(seen(), undefined)).toEqual([]);
  });

  it('is the cap that holds it down there, and none where it does not', () => {
    const ofPanama = capOf({ id: 'OF-PAN', owner: 'PAN', target, level: 'month' });
    expect(capOn(seen([ofPanama]), by('PAN'))?.id).toBe('OF-PAN');
    expect(capOn(seen([ofPanama]), by('USA'))).toBeUndefined();
    expect(capOn(seen(), by('PAN'))).toBeUndefined();
  });

  it('is the lowest of the caps that do not spare it', () => {
    const all = capOf({ id: 'ALL', target, level: 'month' });
    const lower = capOf({ id: 'LOWER', owner: 'PAN', target, level: 'year' });
    const caps = [all, lower];
    expect([capOn(seen(caps), by('PAN'))?.id, capOn(seen(caps), by('USA'))?.id]).toEqual(['LOWER', 'ALL']);
  });

  it('is no cap where no more was granted anyway', () => {
    const all = capOf({ id: 'ALL', owner: 'PAN', target, level: 'month' });
    expect(capOn(seen([all], 'month'), by('USA'))).toBeUndefined();
    expect(capOn(seen([all]), by('COL'))).toBeUndefined();
  });
});
