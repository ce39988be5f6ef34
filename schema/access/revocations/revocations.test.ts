import { withholding } from '../../enforcement-point/withheld-for-now';
import { agreementText, FOLDER_LABELS, makeRuleFolder, type RuleFolder } from '../../testing/rule-folder';
import { subjectOf } from '../../testing/rules';
import { decide } from '../decide';
import { loadRuleSet } from '../load-rule-set';
import type { RuleSet } from '../rule-set';
import { refuseRevoked } from './refuse-revoked';
import { restoredBy } from './restored';

const ISSUED = Date.parse('2026-01-15T10:00:00Z') / 1000;
const ISSUER = 'https://issuer.pan.example/';
const SOMEBODY = { party: 'PAN', id: 'somebody', issuer: ISSUER, key: 'PAN-1', issuedAt: ISSUED };
const REVOKED = expect.objectContaining({ code: 'ACCESS_REVOKED', status: 401 });

const fileOf = (what: string, owner = 'PAN'): string => `revocations: REVOKED\nowner: ${owner}\n${what}\n`;
const sexIn = (ruleSet: RuleSet) => decide(ruleSet, subjectOf({ agency: 'MIGRACION_COLOMBIA' }), 'Crossing.sex').level;

describe('revocations', () => {
  let folder: RuleFolder;
  beforeEach(() => {
    folder = makeRuleFolder();
    folder.write('agreements/pan.yaml', agreementText());
  });
  afterEach(() => folder.remove());

  const load = (previous?: RuleSet) => loadRuleSet(folder.directory, FOLDER_LABELS, previous);
  const rulesRevoking = (what: string, owner = 'PAN') => {
    folder.write('revocations/pan.yaml', fileOf(what, owner));
    return load();
  };
  const asks = (ruleSet: RuleSet, changes: Partial<typeof SOMEBODY> = {}) =>
    refuseRevoked({ ...SOMEBODY, ...changes }, ruleSet);

  it('refuse a person, and nobody else', () => {
    const { ruleSet } = rulesRevoking('persons: [{ person: somebody }]');
    expect(() => asks(ruleSet)).toThrow(REVOKED);
    expect(() => asks(ruleSet, { id: 'somebody else' })).not.toThrow();
    // A person of that name of another party is another person.
    expect(() => asks(ruleSet, { party: 'COL' })).not.toThrow();
  });

  it('say whom to ask, and nothing of the person', () => {
    const { ruleSet } = rulesRevoking('persons: [{ person: somebody }]');
    expect(() => asks(ruleSet)).toThrow("Ask Panama's officer.");
    expect(() => asks(ruleSet)).not.toThrow('somebody');
  });

  it('refuse tokens that were issued before an instant, and take later ones', () => {
    const { ruleSet } = rulesRevoking("persons: [{ person: somebody, tokensBefore: '2026-01-15T10:00:00Z' }]");
    expect(() => asks(ruleSet, { issuedAt: ISSUED - 1 })).toThrow(REVOKED);
    expect(() => asks(ruleSet, { issuedAt: ISSUED })).not.toThrow();
  });

  it("refuse what a key signed, of the party's own issuer alone", () => {
    const { ruleSet } = rulesRevoking(`keys: [{ issuer: '${ISSUER}', key: PAN-1 }]`);
    expect(() => asks(ruleSet)).toThrow(REVOKED);
    expect(() => asks(ruleSet, { key: 'PAN-2' })).not.toThrow();
    expect(() => asks(ruleSet, { issuer: 'https://other.pan.example/' })).not.toThrow();
    expect(() => asks(ruleSet, { party: 'COL' })).not.toThrow();
  });

  it('end what an agreement grants', () => {
    expect(sexIn(load().ruleSet)).toBe('full');
    expect(sexIn(rulesRevoking('agreements: [{ agreement: PAN-TEST }]').ruleSet)).toBe('none');
  });

  describe('in a part that is rejected', () => {
    const BROKEN = agreementText().replace('agencies: [MIGRACION_COLOMBIA]', 'agencies: [GONE]');
    const loadBroken = (what: string, previous?: RuleSet) => {
      folder.write('agreements/pan.yaml', BROKEN);
      folder.write('revocations/pan.yaml', fileOf(what));
      const { rejected, ruleSet } = load(previous);
      expect([...rejected.keys()]).toEqual(['PAN']);
      return ruleSet;
    };

    it('count where the rules are read for the first time', () => {
      const ruleSet = loadBroken('persons: [{ person: somebody }]');
      expect(() => asks(ruleSet)).toThrow(REVOKED);
      expect(() => asks(ruleSet, { id: 'somebody else' })).not.toThrow();
    });

    it('count besides those that were in force, once however often they are read', () => {
      const before = rulesRevoking('persons: [{ person: somebody else }]').ruleSet;
      const ruleSet = loadBroken('persons: [{ person: somebody }]\nagreements: [{ agreement: PAN-TEST }]', before);
      for (const id of ['somebody', 'somebody else']) expect(() => asks(ruleSet, { id })).toThrow(REVOKED);
      expect(sexIn(ruleSet)).toBe('none');
      expect(load(ruleSet).ruleSet.revocations).toEqual(ruleSet.revocations);
    });

    it('let nobody of the party in where they cannot be read and never were', () => {
      expect(loadBroken('persons: somebody').parties).not.toHaveProperty('PAN');
      const before = rulesRevoking('persons: [{ person: somebody }]').ruleSet;
      expect(() => asks(loadBroken('persons: somebody', before))).toThrow(REVOKED);
    });
  });

  it.each([
    ['an agreement that is not there', 'agreements: [{ agreement: PAN-TEXT }]', 'PAN-TEXT is no agreement of PAN'],
    ["another party's", 'agreements: [{ agreement: COL-TEST }]', 'COL-TEST is no agreement of PAN'],
    ['nothing', 'persons: []', 'persons'],
    ['nothing at all', '', 'revokes nothing'],
    ['an instant that is none', 'persons: [{ person: a, tokensBefore: yesterday }]', 'is an instant like'],
  ])('that name %s reject the part, with file and cause', (_, what, cause) => {
    const { rejected } = rulesRevoking(what);
    expect(rejected.get('PAN')?.message).toContain('revocations/pan.yaml');
    expect(rejected.get('PAN')?.message).toContain(cause);
  });

  it('that cannot be read any more stay in force', () => {
    const before = rulesRevoking('persons: [{ person: somebody }]').ruleSet;
    folder.write('revocations/pan.yaml', fileOf('persons: somebody'));
    const { ruleSet, rejected } = load(before);
    expect([...rejected.keys()]).toEqual(['PAN']);
    expect(() => asks(ruleSet)).toThrow(REVOKED);
  });

  it('stay in force where fields of an owner are withheld because its rules are stale', () => {
    const { ruleSet } = rulesRevoking('persons: [{ person: somebody }]');
    const reason = { en: 'Stale', es: 'Caducadas' };
    const stale = withholding(ruleSet, [{ id: 'STALE', owner: 'PAN', coordinates: ['Crossing.sex'], reason }]);
    expect([sexIn(ruleSet), sexIn(stale)]).toEqual(['full', 'none']);
    expect(() => asks(stale)).toThrow(REVOKED);
    expect(() => asks(stale, { id: 'somebody else' })).not.toThrow();
  });

  it('make another version', () => {
    const { ruleSet } = rulesRevoking('persons: [{ person: somebody }]');
    expect(ruleSet.version).not.toBe(rulesRevoking('persons: [{ person: nobody }]').ruleSet.version);
  });
});

describe('restoredBy', () => {
  const person = { kind: 'PERSON', party: 'PAN', person: 'a' } as const;
  const before = (tokensBefore: number) => ({ ...person, tokensBefore });
  const key = { kind: 'KEY', party: 'PAN', issuer: ISSUER, key: 'one' } as const;

  it.each([
    ['a revocation that is gone', [person], [], 1],
    ['another person in its place', [person], [{ ...person, person: 'b' }], 1],
    ['an instant where there was none', [person], [before(5)], 1],
    ['an earlier instant', [before(5)], [before(4)], 1],
    ['another key', [key], [{ ...key, key: 'two' }], 1],
    ['the same', [person, key], [key, person], 0],
    ['a later instant', [before(5)], [before(6)], 0],
    ['no instant any more', [before(5)], [person], 0],
    ['one more', [person], [person, key], 0],
  ])('finds %s', (_, old, now, restored) => {
    expect(restoredBy(old, now)).toHaveLength(restored);
  });
});
