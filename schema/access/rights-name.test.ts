import { rightsName } from './rights-name';
import type { RuleSet } from './rule-set';

const parties = (...agencies: string[]) => ({ PAN: { agencies } }) as unknown as RuleSet['parties'];
const asker = (more: object = {}) => ({ party: 'PAN', agency: 'SNM', roles: ['ANALYST', 'AUDITOR'] as const, ...more });

describe('the name of rights', () => {
  it('is one for all who have the same', () => {
    const rules = { parties: parties('SNM') };
    expect(rightsName(asker(), rules)).toBe(rightsName(asker({ roles: ['AUDITOR', 'ANALYST'], id: 'other' }), rules));
    for (const other of [{ party: 'COL' }, { roles: ['ANALYST'] }, { agency: 'MINREX' }])
      expect(rightsName(asker(other), rules)).not.toBe(rightsName(asker(), rules));
  });

  it('is that under the rules of the moment', () => {
    const somebody = asker();
    const before = rightsName(somebody, { parties: parties('SNM') });
    const after = rightsName(somebody, { parties: parties('MINREX') });
    expect(after).not.toBe(before);
    expect(rightsName(somebody, { parties: parties('SNM') })).toBe(before);
  });
});
