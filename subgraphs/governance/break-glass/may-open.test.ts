import { KIND_LABELS } from '@pasarela/schema/testing/arbitrary-rules';
import { agreementOf, grantOf, ruleSetOf, TEST_INSTANT } from '@pasarela/schema/testing/rules';
import { contextAt } from '@pasarela/serve/testing/serve-context';
import { openableAgreement } from './may-open';

const NAME = 'PAN:TEST-AGREEMENT';
const GRANT = { breakGlass: { hours: 4 }, audience: { parties: ['COL'], agencies: ['AGENCY'] } };
const { requester } = contextAt('full');
const ANALYST = { ...requester, agency: 'AGENCY' };

const open = (changes: object = {}, grant: object = {}, name = NAME) => {
  const asked = {
    requester: ANALYST,
    purpose: 'MIGRATION_MANAGEMENT' as const,
    now: new Date(TEST_INSTANT),
    ...changes,
  };
  const ruleSet = ruleSetOf({ labels: KIND_LABELS, grants: [grantOf(['Crossing.on'], { ...GRANT, ...grant })] });
  try {
    const { agreement, hours } = openableAgreement(name, asked, ruleSet);
    return [agreement.id, hours];
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('openableAgreement', () => {
  it('is one that its owner allowed who asks to open, for so many hours', () => {
    expect(open()).toEqual(['TEST-AGREEMENT', 4]);
  });

  interface Case {
    readonly asked?: object;
    readonly grant?: object;
    readonly name?: string;
  }
  it.each<[string, Case]>([
    ['another party', { asked: { requester: { ...ANALYST, party: 'USA' } } }],
    ['another agency', { asked: { requester: { ...ANALYST, agency: 'OTHER' } } }],
    [
      "an agency that is not the own party's, where the grant names none",
      { asked: { requester: { ...ANALYST, agency: 'GHOST' } }, grant: { audience: { parties: ['COL'] } } },
    ],
    [
      'another role',
      { asked: { requester: { ...ANALYST, roles: ['AUDITOR'] } }, grant: { audience: { roles: ['ANALYST'] } } },
    ],
    ['another purpose', { asked: { purpose: 'AUDIT' } }],
    ['an agreement that ended', { asked: { now: new Date(agreementOf().to) } }],
    ['a grant that needs no opening', { grant: { breakGlass: undefined } }],
    ['another name', { name: 'PAN:OTHER' }],
    ['another owner', { name: 'COL:TEST-AGREEMENT' }],
    ['no name', { name: '' }],
  ])('is not there for %s', (_, { asked, grant, name }) => {
    expect(open(asked, grant, name)).toBe('NO_BREAK_GLASS');
  });
});
