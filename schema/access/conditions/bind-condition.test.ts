import { TRAVELLER } from '../../testing/arbitrary-conditions';
import { subjectOf } from '../../testing/rules';
import { bindCondition } from './bind-condition';
import { conditionText } from './parse-condition';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const asker = { ...subjectOf({ roles: ['ANALYST', 'AUDITOR'], at: NOON }), caseGiven: true };
const bind = (text: object, subject = asker) => bindCondition(conditionText.parse(text), subject, TRAVELLER);
const kindOf = (text: object, subject = asker) => bind(text, subject).kind;

/** A comparison that needs the record. */
const OPEN = { role: 'SUSPECT' };
const TRUE = { $purpose: 'MIGRATION_MANAGEMENT' };
const FALSE = { $purpose: 'AUDIT' };
const UNKNOWN = { rank: 'X' };

describe('bindCondition', () => {
  it.each<[string, object, readonly unknown[]]>([
    ['a value', { role: 'SUSPECT' }, ['SUSPECT']],
    ['the party', { nationality: '$requester.party' }, ['COL']],
    ['the agency', { role: '$requester.agency' }, ['AGENCY']],
    ['every role', { role: { $in: '$requester.roles' } }, ['ANALYST', 'AUDITOR']],
    ['roles among values', { role: { $in: ['X', '$requester.roles'] } }, ['X', 'ANALYST', 'AUDITOR']],
    ['the purpose', { role: '$purpose' }, ['MIGRATION_MANAGEMENT']],
    ['whether a case is named', { minor: '$caseGiven' }, [true]],
    ['the day', { crossedOn: '$today' }, ['2026-03-01']],
    ['a day before, over the end of a month', { crossedOn: '$daysAgo.1' }, ['2026-02-28']],
    ['a day of another year', { crossedOn: '$daysAgo.365' }, ['2025-03-01']],
  ])('puts %s into a comparison with the record', (_, text, values) => {
    expect(bind(text)).toMatchObject({ kind: 'comparison', values });
  });

  it('takes the day in UTC, to its last moment', () => {
    const at = (instant: string) => bind({ crossedOn: '$today' }, { ...asker, at: Date.parse(instant) });
    expect(at('2026-03-01T23:59:59.999Z')).toMatchObject({ values: ['2026-03-01'] });
    expect(at('2026-03-02T00:00:00Z')).toMatchObject({ values: ['2026-03-02'] });
  });

  it('keeps where an attribute stands, and the operator', () => {
    expect(bind({ age: { $lte: 17 } })).toMatchObject({ operator: 'lte', attribute: { path: 'holder.age' } });
  });

  it.each<[string, object, string]>([
    ['its party', { '$requester.party': 'COL' }, 'true'],
    ['another party', { '$requester.party': { $in: ['PAN', 'USA'] } }, 'false'],
    ['one of its roles', { '$requester.roles': 'AUDITOR' }, 'true'],
    ['a role of others', { '$requester.roles': { $in: ['INVESTIGATOR'] } }, 'false'],
    ['a party that is an agency', { '$requester.party': '$requester.agency' }, 'false'],
    ['that a case is named', { $caseGiven: true }, 'true'],
    ['that none is', { $caseGiven: false }, 'false'],
    ['a day that has come', { $today: { $gte: '2026-03-01' } }, 'true'],
    ['a day to come', { $today: { $gte: '2026-03-02' } }, 'false'],
    ['a day that has passed', { $today: { $lte: '2026-02-28' } }, 'false'],
    ['an attribute that the type does not have', { rank: 'X' }, 'unknown'],
  ])('settles %s', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('a request that says nothing of a case names none', () => {
    expect(kindOf({ $caseGiven: false }, subjectOf() as typeof asker)).toBe('true');
  });

  it('leaves an attribute open for who has no role: a null is unknown, not none of them', () => {
    const nobody = { ...asker, requester: { ...asker.requester, roles: [] } };
    expect(bind({ role: { $in: '$requester.roles' } }, nobody)).toMatchObject({ kind: 'comparison', values: [] });
    expect(kindOf({ '$requester.roles': 'AUDITOR' }, nobody)).toBe('false');
  });

  it.each<[string, object[], string]>([
    ['a false part decides', [OPEN, FALSE, UNKNOWN], 'false'],
    ['true parts fall away', [TRUE, OPEN, TRUE], 'comparison'],
    ['true parts alone are true', [TRUE, TRUE], 'true'],
    ['an unknown part is never true', [TRUE, UNKNOWN], 'unknown'],
    ['an unknown part can still be decided by the record', [UNKNOWN, OPEN], 'all'],
    ['open parts stay', [OPEN, OPEN], 'all'],
  ])('$and: %s', (_, parts, kind) => {
    expect(kindOf({ $and: parts })).toBe(kind);
  });

  it.each<[string, object[], string]>([
    ['a true part decides', [OPEN, TRUE, UNKNOWN], 'true'],
    ['false parts fall away', [FALSE, OPEN, FALSE], 'comparison'],
    ['false parts alone are false', [FALSE, FALSE], 'false'],
    ['an unknown part is never false', [FALSE, UNKNOWN], 'unknown'],
    ['an unknown part can still be decided by the record', [UNKNOWN, OPEN], 'any'],
    ['open parts stay', [OPEN, OPEN], 'any'],
  ])('$or: %s', (_, parts, kind) => {
    expect(kindOf({ $or: parts })).toBe(kind);
  });

  it('folds from within', () => {
    expect(kindOf({ $or: [{ $and: [OPEN, FALSE] }, { $and: [TRUE, { $or: [FALSE, TRUE] }] }] })).toBe('true');
    expect(bind({ $and: [{ $or: [FALSE, OPEN] }, TRUE] })).toMatchObject({ attribute: { name: 'role' } });
  });

  it("takes an agency that is not the requester's own party's (empty here) for unknown, on either side", () => {
    const stranger = { ...asker, requester: { ...asker.requester, agency: '' } };
    expect(kindOf({ role: '$requester.agency' }, stranger)).toBe('unknown');
    expect(kindOf({ role: { $in: ['SUSPECT', '$requester.agency'] } }, stranger)).toBe('unknown');
    expect(kindOf({ '$requester.agency': 'AGENCY' }, stranger)).toBe('unknown');
    expect(kindOf({ '$requester.agency': 'AGENCY' })).toBe('true');
  });
});
