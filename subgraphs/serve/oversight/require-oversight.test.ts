import { PURPOSES, ROLES } from '@pasarela/schema/identity/purposes';
import { contextAt } from '../testing/serve-context';
import { requireOversight } from './require-oversight';

const asked = (party: string, role: (typeof ROLES)[number], purpose: (typeof PURPOSES)[number]) => () =>
  requireOversight('PAN', { purpose, requester: { ...contextAt('full').requester, party, roles: [role] } });

describe("an owner's evidence is for", () => {
  const OVERSIGHT = ['ADMINISTRATOR', 'AUDITOR', 'DATA_PROTECTION_OFFICER'];
  const MATTERS = ['AUDIT', 'POLICY_ADMINISTRATION'];

  it.each(ROLES.flatMap((role) => PURPOSES.map((purpose) => [role, purpose] as const)))(
    '%s for %s',
    (role, purpose) => {
      const own = asked('PAN', role, purpose);
      if (OVERSIGHT.includes(role) && MATTERS.includes(purpose)) expect(own).not.toThrow();
      else expect(own).toThrow(expect.objectContaining({ code: 'NOT_YOUR_EVIDENCE', details: { owner: 'PAN' } }));
      expect(asked('COL', role, purpose)).toThrow(expect.objectContaining({ code: 'NOT_YOUR_EVIDENCE' }));
    },
  );
});
