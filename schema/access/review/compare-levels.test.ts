import fc from 'fast-check';
import { anyRecord, TRAVELLER_LABELS } from '../../testing/arbitrary-conditions';
import { anyAskerOfPart, anyPart, ruleSetOfPart } from '../../testing/arbitrary-parts';
import { labelsOf } from '../../testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '../../testing/rules';
import { type Decision, decide, levelOn } from '../decide';
import { rankOf } from '../levels';
import type { Cap, Grant } from '../rule';
import { levelChange } from './compare-levels';

const FIELD = 'Traveller.crossedOn';
const of = (role: string) => ({ kind: 'comparison', subject: 'role', operator: 'in', operands: [role] }) as const;
const grant = (changes: Partial<Grant> = {}) => grantOf([FIELD], changes);
const cap = (level: string, changes: Partial<Cap> = {}) =>
  capOf({ target: { coordinates: [FIELD] }, level, ...changes });
const decided = (grants: readonly Grant[], caps: readonly Cap[] = []): Decision =>
  decide(ruleSetOf({ labels: TRAVELLER_LABELS, grants, caps }), subjectOf(), FIELD);

const SUSPECTS = { when: of('SUSPECT') };
const WITNESSES = { when: of('WITNESS') };

describe('levelChange', () => {
  it.each<[string, Decision, Decision]>([
    ['the same rules', decided([grant()]), decided([grant()])],
    ['a further grant of less', decided([grant()]), decided([grant(), grant({ level: 'month' })])],
    ['a grant under a condition of what all have', decided([grant()]), decided([grant(), grant(SUSPECTS)])],
    [
      'a cap above what is granted',
      decided([grant({ level: 'year' })]),
      decided([grant({ level: 'year' })], [cap('month')]),
    ],
    ['nothing, by a rule or by none', decided([]), decided([grant()], [cap('none')])],
  ])('%s: the same', (_, old, now) => {
    expect(levelChange(old, now)).toBeUndefined();
  });

  it.each<[string, Decision, Decision]>([
    ['none to full', decided([]), decided([grant()])],
    ['none to something on some records', decided([]), decided([grant(SUSPECTS)])],
    ['some records to all', decided([grant(SUSPECTS)]), decided([grant()])],
    ['the rest gets some too', decided([grant(SUSPECTS)]), decided([grant(SUSPECTS), grant({ level: 'month' })])],
    ['further records', decided([grant(SUSPECTS)]), decided([grant(SUSPECTS), grant(WITNESSES)])],
    ['a cap that spares some', decided([grant()], [cap('month')]), decided([grant()], [cap('month', SUSPECTS)])],
    [
      'a cap on all above a cap on some',
      decided([grant()], [cap('month'), cap('year', SUSPECTS)]),
      decided([grant()], [cap('year', SUSPECTS)]),
    ],
  ])('%s: more, and the other way round less', (_, old, now) => {
    expect(levelChange(old, now)?.change).toBe('GAINS');
    expect(levelChange(now, old)?.change).toBe('LOSES');
  });

  it.each<[string, Decision, Decision]>([
    ['other records', decided([grant(SUSPECTS)]), decided([grant(WITNESSES)])],
    [
      'full on other records, some on the rest',
      decided([grant(SUSPECTS)]),
      decided([grant(WITNESSES), grant({ level: 'month' })]),
    ],
    ['all of some records, or some of all', decided([grant(SUSPECTS)]), decided([grant({ level: 'month' })])],
    [
      'a cap on other records',
      decided([grant()], [cap('year', SUSPECTS)]),
      decided([grant()], [cap('year', WITNESSES)]),
    ],
    [
      'a cap on the others of the same',
      decided([grant()], [cap('year', SUSPECTS)]),
      decided([grant()], [cap('year', { unless: of('SUSPECT') })]),
    ],
  ])('%s: neither is certainly more', (_, old, now) => {
    expect(levelChange(old, now)?.change).toBe('DIFFERS');
    expect(levelChange(now, old)?.change).toBe('DIFFERS');
  });

  it('says what is shown, and the least that a record may show', () => {
    const old = decided([grant()], [cap('month'), cap('year', SUSPECTS)]);
    expect(levelChange(old, decided([]))).toEqual({
      before: 'month, on some records year',
      after: 'none',
      change: 'LOSES',
    });
  });

  it('does not compare levels of two chains, but with nothing', () => {
    const typed = (type: string, level?: string) => {
      const labels = labelsOf(
        `type A @owner(party: "PAN") { x: ${type} @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }`,
      );
      return decide(ruleSetOf({ labels, grants: level ? [grantOf(['A.x'], { level })] : [] }), subjectOf(), 'A.x');
    };
    expect(levelChange(typed('PartialDate', 'month'), typed('BirthDate', 'year'))?.change).toBe('DIFFERS');
    expect(levelChange(typed('PartialDate', 'month'), typed('BirthDate'))?.change).toBe('LOSES');
    expect(levelChange(typed('PartialDate'), typed('BirthDate', 'year'))?.change).toBe('GAINS');
    expect(levelChange(typed('PartialDate', 'full'), typed('BirthDate', 'full'))).toBeUndefined();
  });

  it('what it says of a change holds of every record', () => {
    const signs = { GAINS: [0, 1], LOSES: [-1, 0], DIFFERS: [-1, 0, 1], NOTHING: [0] };
    const seen = new Set<string>();
    const anyRecords = fc.array(anyRecord, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyPart, anyPart, fc.boolean(), anyAskerOfPart, anyRecords, (one, other, added, asker, records) => {
        const more = { ...one, grants: [...one.grants, ...other.grants], caps: [...one.caps, ...other.caps] };
        const [old, now] = [one, added ? more : other].map((part) => decide(ruleSetOfPart(part), { ...asker }, FIELD));
        const said = levelChange(old as Decision, now as Decision)?.change ?? 'NOTHING';
        const rank = (decision: Decision, record: object) => rankOf('date', levelOn(decision, record)) ?? 0;
        for (const record of records) {
          const sign = Math.sign(rank(now as Decision, record) - rank(old as Decision, record));
          expect([said, signs[said]]).toEqual([said, expect.arrayContaining([sign])]);
          if (sign !== 0) seen.add(said);
        }
      }),
      { seed: 10, numRuns: 800 },
    );
    expect([...seen].sort()).toEqual(['DIFFERS', 'GAINS', 'LOSES']);
  });
});
