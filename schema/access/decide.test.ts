import { KIND_LABELS } from '../testing/arbitrary-rules';
import { labelsOf } from '../testing/labels';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { decide } from './decide';
import type { Cap, Grant } from './rule';

const ON = 'Crossing.on';

function decideOn(grants: Grant[], caps: Cap[] = [], subject = subjectOf()) {
  return decide(ruleSetOf({ labels: KIND_LABELS, grants, caps }), subject, ON);
}

const cap = (level: string, changes: Partial<Cap> = {}) =>
  capOf({ id: `CAP-${level.toUpperCase()}`, target: { coordinates: [ON] }, level, ...changes });

describe('decide', () => {
  it('withholds what nothing grants, and says that no cap did it', () => {
    expect(decideOn([], [cap('none')])).toMatchObject({
      level: 'none',
      withheld: true,
      agreements: [],
      cap: undefined,
    });
  });

  it('takes the highest level of the grants and names the agreements that reach it', () => {
    const year = grantOf([ON], { level: 'year', agreement: agreementOf({ id: 'YEAR' }) });
    const month = grantOf([ON], { level: 'month', agreement: agreementOf({ id: 'MONTH' }) });
    const decision = decideOn([year, month]);
    expect(decision).toMatchObject({ level: 'month', full: false, withheld: false, cap: undefined });
    expect(decision.agreements.map(({ id }) => id)).toEqual(['MONTH']);
  });

  it('takes the lowest level of the caps and names it', () => {
    const decision = decideOn([grantOf([ON])], [cap('month'), cap('year')]);
    expect(decision).toMatchObject({ level: 'year', full: false, cap: { id: 'CAP-YEAR' } });
    expect(decision.agreements.map(({ id }) => id)).toEqual(['TEST-AGREEMENT']);
  });

  it('names every agreement that reaches what a cap leaves', () => {
    const year = grantOf([ON], { level: 'year', agreement: agreementOf({ id: 'YEAR' }) });
    const full = grantOf([ON], { agreement: agreementOf({ id: 'FULL' }) });
    expect(decideOn([year, full], [cap('year')]).agreements.map(({ id }) => id)).toEqual(['YEAR', 'FULL']);
  });

  it('names no cap that takes nothing away', () => {
    expect(decideOn([grantOf([ON], { level: 'year' })], [cap('month')])).toMatchObject({
      level: 'year',
      cap: undefined,
    });
  });

  it('a cap that crosses spares the owner', () => {
    const crossing = cap('none', { scope: 'CROSSING' });
    expect(decideOn([grantOf([ON])], [crossing], subjectOf({ party: 'PAN' })).level).toBe('full');
    expect(decideOn([grantOf([ON])], [crossing], subjectOf({ party: 'COL' })).level).toBe('none');
  });

  it('a cap holds for its purposes, or for all but its exceptions', () => {
    const grants = [grantOf([ON], { purposes: ['STATISTICS', 'AUDIT'] })];
    const forStatistics = cap('none', { purposes: ['STATISTICS'] });
    const exceptAudit = cap('none', { exceptPurposes: ['AUDIT'] });
    for (const caps of [[forStatistics], [exceptAudit]]) {
      expect(decideOn(grants, caps, subjectOf({ purpose: 'STATISTICS' })).level).toBe('none');
      expect(decideOn(grants, caps, subjectOf({ purpose: 'AUDIT' })).level).toBe('full');
    }
  });

  it.each([
    ['party', { parties: ['USA'] }],
    ['agency', { agencies: ['OTHER'] }],
    ['role', { roles: ['AUDITOR' as const] }],
  ])('a rule for another %s does not match', (_, audience) => {
    expect(decideOn([grantOf([ON], { audience })]).level).toBe('none');
    expect(decideOn([grantOf([ON])], [cap('none', { audience })]).level).toBe('full');
  });

  it("a grant to an agency counts for that agency's own party only", () => {
    const audience = { agencies: ['FOREIGN'] };
    expect(decideOn([grantOf([ON], { audience })], [], subjectOf({ agency: 'FOREIGN' })).level).toBe('none');
    const capped = decideOn([grantOf([ON])], [cap('none', { audience })], subjectOf({ agency: 'FOREIGN' }));
    expect(capped.level).toBe('none');
  });

  it("an agency that is not the requester's own party's is within the audience of every cap", () => {
    const forAnother = cap('none', { audience: { agencies: ['AGENCY'] } });
    expect(decideOn([grantOf([ON])], [forAnother], subjectOf({ agency: 'FOREIGN' })).level).toBe('none');
    const other = cap('none', { audience: { agencies: ['OTHER'] } });
    expect(decideOn([grantOf([ON])], [other], subjectOf({ agency: 'AGENCY' })).level).toBe('full');
  });

  it('one of several roles is enough', () => {
    const audience = { roles: ['AUDITOR' as const, 'ANALYST' as const] };
    expect(decideOn([grantOf([ON], { audience })]).level).toBe('full');
  });

  it('a level off the chain, should one get here, counts as nothing', () => {
    expect(decideOn([grantOf([ON], { level: 'ageBand' })]).level).toBe('none');
    expect(decideOn([grantOf([ON])], [cap('ageBand')]).level).toBe('none');
  });
});

describe('decide: fields without a whole label', () => {
  const labels = labelsOf(`
    type Lost { place: String @sensitivity(as: PUBLIC) }
    type Half @owner(party: "PAN") { value: String  open: String @sensitivity(as: PUBLIC) }
  `);
  const everything = ['Lost.place', 'Half.value', 'Half.open', 'Lost.unknown'];
  const ruleSet = ruleSetOf({ labels, grants: [grantOf(everything)] });

  it.each(['Lost.place', 'Half.value', 'Lost.unknown', 'Nowhere.at', ''])('%s is withheld, granted or not', (field) => {
    expect(decide(ruleSet, subjectOf(), field)).toMatchObject({ level: 'none', withheld: true, full: false });
  });

  it('a PUBLIC field with an owner needs no grant, whoever of a known party asks for it', () => {
    const nobody = subjectOf({ party: 'USA', agency: 'NONE', roles: ['AUDITOR'], purpose: 'AUDIT', at: 0 });
    expect(decide(ruleSet, nobody, 'Half.open')).toMatchObject({ level: 'full', full: true, agreements: [] });
  });

  it.each(['BRA', '', 'constructor'])('but not %j, which is no party: it gets nothing at all', (party) => {
    const grantedToAll = ruleSetOf({ labels: KIND_LABELS, grants: [grantOf([ON], { audience: {} })] });
    expect(decide(ruleSet, subjectOf({ party }), 'Half.open')).toMatchObject({ level: 'none', withheld: true });
    expect(decide(grantedToAll, subjectOf({ party }), ON).level).toBe('none');
    expect(decide(grantedToAll, subjectOf({ party: 'USA' }), ON).level).toBe('full');
  });
});
