import { readFileSync } from 'node:fs';
import { decide } from '@pasarela/schema/access/decide';
import { type LoadedRules, loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { RuleFileError } from '@pasarela/schema/access/read-yaml';
import type { Purpose, Role } from '@pasarela/schema/identity/purposes';
import { agreementText, guardrailText } from '@pasarela/schema/testing/rule-folder';
import { openProtectedPeople, type ProtectedPeople } from '../fixtures/protected-people/open-protected-people';

const AT = Date.parse('2026-01-15T00:00:00Z');
const officer = (party: string, purpose: Purpose = 'PROTECTION') => ({
  requester: { party, agency: 'SNM', roles: ['PROTECTION_OFFICER'] as readonly Role[] },
  purpose,
  at: AT,
});

/** An agreement of Panama, as its administrator could write it, that grants fields to Panama's own officers. */
const grantOf = (fields: string) =>
  agreementText({ owner: 'PAN', fields }).replace(
    'audience: { parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST] }',
    'audience: { parties: [PAN], roles: [PROTECTION_OFFICER] }',
  );

/** A government's administrator writes rules about what a humanitarian organisation contributes. */
describe("a government and a humanitarian organisation's fields", () => {
  let fixture: ProtectedPeople;
  beforeEach(() => {
    fixture = openProtectedPeople();
  });
  afterEach(() => fixture.remove());

  const load = () => loadRuleSet(fixture.directory, fixture.labels);
  const rejectionOf = ({ rejected }: LoadedRules): RuleFileError => {
    expect([...rejected.keys()]).toEqual(['PAN']);
    return rejected.get('PAN') as RuleFileError;
  };
  const levelFor = (party: string, field: string, loaded = load()) => decide(loaded.ruleSet, officer(party), field);
  const lineOf = (file: string, text: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;

  it.each([
    ["a type of the organisation's own", 'AssistedPerson', 'fullName'],
    ["the organisation's field in the government's own record", 'ReferredPerson', 'assistanceNotes'],
    ["the organisation's list", 'Query', 'tracingRequests'],
  ])('cannot be granted: %s', (_, type, field) => {
    const file = fixture.write('agreements/taken.pan.yaml', grantOf(`${type}: [${field}]`));
    const loaded = load();
    expect(rejectionOf(loaded).message).toBe(
      `${file}:${lineOf(file, `${type}: [`)}: grant PAN-GRANT: ${type}.${field} belongs to RELIEF, not to PAN`,
    );
    expect(levelFor('PAN', `${type}.${field}`, loaded)).toMatchObject({ level: 'none', agreements: [] });
  });

  it.each([
    ['by name', 'fields: { AssistedPerson: [telephone] }', 'fields', 'AssistedPerson.telephone belongs to RELIEF'],
    ['by type', 'types: [AssistedPerson]', 'types', 'AssistedPerson has no field of PAN'],
    ['its rows', 'rows: [AssistedPerson]', 'rows', 'AssistedPerson belongs to RELIEF, not to PAN'],
  ])('cannot be capped: %s', (_, target, key, cause) => {
    const file = fixture.write('guardrails/taken.pan.yaml', guardrailText({ owner: 'PAN', target }));
    const loaded = load();
    const { message } = rejectionOf(loaded);
    expect(message).toContain(`${file}:${lineOf(file, `${key}:`)}: cap PAN-CAP: `);
    expect(message).toContain(cause);
    expect(levelFor('RELIEF', 'AssistedPerson.telephone', loaded).level).toBe('full');
  });

  it.each([
    ['by a tag', 'about: [CONSENT, FREE_TEXT, NONE]'],
    ['by a kind', 'kinds: [date]'],
    ['by a type that both have fields in', 'types: [ReferredPerson]'],
    ['by the rows of a subject', 'rowsOf: [PERSON]'],
  ])("are left out of a government's restriction %s", (_, target) => {
    fixture.write('guardrails/own.pan.yaml', guardrailText({ owner: 'PAN', target }));
    const loaded = load();
    expect([...loaded.rejected.values()].map(({ message }) => message)).toEqual([]);
    for (const field of ['AssistedPerson.telephone', 'AssistedPerson.assistedOn', 'ReferredPerson.assistanceNotes']) {
      expect(levelFor('RELIEF', field, loaded).level).toBe('full');
      expect(loaded.ruleSet.caps.get(field)?.map(({ owner }) => owner) ?? []).not.toContain('PAN');
    }
    const rows = loaded.ruleSet.rowCaps.get('AssistedPerson') ?? [];
    expect(rows.map(({ owner }) => owner)).not.toContain('PAN');
  });

  it('are a foreign land to the government, as its fields are to the organisation', () => {
    const granted = (party: string) => levelFor(party, 'AssistedPerson.assistedOn');
    expect(granted('RELIEF')).toMatchObject({ level: 'full', cap: undefined });
    expect(granted('PAN')).toMatchObject({ level: 'month', cap: { id: 'G-DATES', scope: 'CROSSING' } });
    expect(levelFor('PAN', 'ReferredPerson.assistanceNotes').level).toBe('none');
    expect(levelFor('RELIEF', 'CrossingRecord.crossedOn').level).toBe('none');
  });

  it("keep the organisation's rules in force when the government's are rejected", () => {
    fixture.write('agreements/taken.pan.yaml', grantOf('AssistedPerson: [fullName]'));
    const loaded = load();
    expect(rejectionOf(loaded).file).toMatch(/taken\.pan\.yaml$/);
    expect(levelFor('RELIEF', 'AssistedPerson.fullName', loaded).level).toBe('full');
    expect(levelFor('PAN', 'CrossingRecord.fullName', loaded).level).toBe('none');
  });
});
