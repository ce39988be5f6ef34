import fc from 'fast-check';
import { anyCase } from '../../testing/arbitrary-rules';
import { agreementOf, capOf, grantOf, subjectOf, TEST_INSTANT } from '../../testing/rules';
import type { Cap, Grant } from '../rule';
import { capMatches, grantMatches } from '../rule-match';
import { capMismatch, grantMismatch } from './rule-mismatch';

const PARTY = { name: { en: 'P', es: 'P' }, contact: 'c', agencies: ['AGENCY'] };
const PARTIES = { parties: { COL: PARTY, PAN: PARTY, USA: PARTY } };
const DAY = 86_400_000;

const ofGrant = (changes: Partial<Grant>, subject = subjectOf()) =>
  grantMismatch(grantOf(['Crossing.on'], changes), subject, PARTIES);
const ofCap = (changes: Partial<Cap>, subject = subjectOf()) =>
  capMismatch(capOf(changes), { ...subject, owner: 'PAN' }, PARTIES);

describe('grantMismatch', () => {
  it.each<[string, Partial<Grant>]>([
    ['NOT_IN_FORCE_YET', { agreement: agreementOf({ from: TEST_INSTANT + 1 }) }],
    ['ENDED', { agreement: agreementOf({ to: TEST_INSTANT }) }],
    ['OTHER_PURPOSE', { purposes: ['AUDIT'] }],
    ['OTHER_PARTY', { audience: { parties: ['USA'] } }],
    ['OTHER_AGENCY', { audience: { agencies: ['ANOTHER'] } }],
    ['OTHER_ROLE', { audience: { roles: ['AUDITOR'] } }],
    ['NOT_OPENED', { breakGlass: { hours: 1 } }],
  ])('%s', (reason, changes) => {
    expect(ofGrant(changes)).toBe(reason);
  });

  it('is null from the first instant of an agreement until the last', () => {
    expect(ofGrant({ agreement: agreementOf({ from: TEST_INSTANT, to: TEST_INSTANT + DAY }) })).toBeNull();
    expect(ofGrant({ agreement: agreementOf({ from: TEST_INSTANT - DAY, to: TEST_INSTANT + 1 }) })).toBeNull();
  });

  it('is null once the agreement is open', () => {
    for (const open of [['PAN:TEST-AGREEMENT'], 'EVERY_AGREEMENT'] as const)
      expect(ofGrant({ breakGlass: { hours: 1 } }, { ...subjectOf(), open })).toBeNull();
    expect(ofGrant({ breakGlass: { hours: 1 } }, { ...subjectOf(), open: ['COL:TEST-AGREEMENT'] })).toBe('NOT_OPENED');
  });

  it('names the first of several reasons', () => {
    const audience = { parties: ['USA'], agencies: ['ANOTHER'], roles: ['AUDITOR' as const] };
    expect(ofGrant({ purposes: ['AUDIT'], audience })).toBe('OTHER_PURPOSE');
    expect(ofGrant({ audience })).toBe('OTHER_PARTY');
    expect(ofGrant({ audience: { ...audience, parties: ['COL'] } })).toBe('OTHER_AGENCY');
  });

  it("an agency that is not the requester's own party's is another, even where it is named", () => {
    const audience = { agencies: ['NOWHERE'] };
    expect(ofGrant({ audience }, subjectOf({ agency: 'NOWHERE' }))).toBe('OTHER_AGENCY');
  });

  it('is null exactly where a grant matches', () => {
    fc.assert(
      fc.property(anyCase, ({ grants, grant, subject }) => {
        for (const one of [grant, ...grants])
          expect(grantMismatch(one, subject, PARTIES) === null).toBe(grantMatches(one, subject, PARTIES));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('capMismatch', () => {
  it.each<[string, Partial<Cap>, string]>([
    ['NOT_CROSSING', { scope: 'CROSSING' }, 'PAN'],
    ['OTHER_PURPOSE', { purposes: ['AUDIT'] }, 'COL'],
    ['OTHER_PURPOSE', { exceptPurposes: ['MIGRATION_MANAGEMENT'] }, 'COL'],
    ['OTHER_PARTY', { audience: { parties: ['USA'] } }, 'COL'],
    ['OTHER_AGENCY', { audience: { agencies: ['ANOTHER'] } }, 'COL'],
    ['OTHER_ROLE', { audience: { roles: ['AUDITOR'] } }, 'COL'],
  ])('%s by %j', (reason, changes, party) => {
    expect(ofCap(changes, subjectOf({ party }))).toBe(reason);
  });

  it('who names no agency of their own is within any, so only the role is another', () => {
    const audience = { agencies: ['ANOTHER'], roles: ['AUDITOR' as const] };
    expect(ofCap({ audience }, subjectOf({ agency: 'NOWHERE' }))).toBe('OTHER_ROLE');
    expect(ofCap({ audience: { agencies: ['ANOTHER'] } }, subjectOf({ agency: 'NOWHERE' }))).toBeNull();
  });

  it('is null exactly where a cap matches', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('PAN', 'COL', undefined), ({ caps, cap, subject }, owner) => {
        for (const one of [cap, ...caps])
          expect(capMismatch(one, { ...subject, owner }, PARTIES) === null).toBe(
            capMatches(one, { ...subject, owner }, PARTIES),
          );
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
