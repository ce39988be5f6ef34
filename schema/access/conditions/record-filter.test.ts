import { TRAVELLER } from '../../testing/arbitrary-conditions';
import { subjectOf } from '../../testing/rules';
import { bindCondition } from './bind-condition';
import { conditionText } from './parse-condition';
import { certainlyFalse, certainlyTrue, EVERY, every, NO_RECORD } from './record-filter';

const bind = (text: object) => bindCondition(conditionText.parse(text), subjectOf(), TRAVELLER);
const filtersOf = (text: object) => [certainlyTrue(bind(text)), certainlyFalse(bind(text))];

/** One value, not a list. */
const alone = (path: string, comparison: object) => ({ [path]: comparison, [`${path}.0`]: { $exists: false } });

describe('certainlyTrue and certainlyFalse', () => {
  it.each<[string, object, object, object]>([
    ['a text', { role: 'X' }, alone('role', { $in: ['X'] }), alone('role', { $gte: '', $nin: ['X'] })],
    [
      'a number',
      { companions: { $in: [1, 2] } },
      alone('companions', { $in: [1, 2] }),
      alone('companions', { $gte: Number.NEGATIVE_INFINITY, $nin: [1, 2] }),
    ],
    ['a truth', { minor: true }, alone('minor', { $in: [true] }), alone('minor', { $gte: false, $nin: [true] })],
    ['at least', { companions: { $gte: 3 } }, alone('companions', { $gte: 3 }), alone('companions', { $lt: 3 })],
    ['at most', { companions: { $lte: 3 } }, alone('companions', { $lte: 3 }), alone('companions', { $gt: 3 })],
  ])('%s: both say the type, so that neither matches what is unknown', (_, text, whenTrue, whenFalse) => {
    expect(filtersOf(text)).toEqual([whenTrue, whenFalse]);
  });

  it('a list is one that holds the value, or one of which no item is it and none unknown', () => {
    expect(filtersOf({ claims: 'COL' })).toEqual([
      { claims: { $in: ['COL'], $elemMatch: { $nin: [] } } },
      {
        $or: [{ claims: { $size: 0 } }, { claims: { $elemMatch: { $nin: [] } } }],
        $nor: [
          { claims: { $elemMatch: { $in: ['COL'] } } },
          { claims: { $elemMatch: { $not: { $gte: '' } } } },
          { claims: { $elemMatch: { $elemMatch: { $nin: [] } } } },
        ],
      },
    ]);
  });

  it('nothing is found through a list on the way', () => {
    const throughObject = { holder: { $not: { $size: 0 } }, 'holder.0': { $exists: false } };
    for (const filter of [...filtersOf({ age: 7 }), ...filtersOf({ age: { $gte: 7 } }), ...filtersOf({ aliases: 'X' })])
      expect(filter).toMatchObject(throughObject);
  });

  it('what is settled needs no record', () => {
    expect(filtersOf({ $purpose: 'MIGRATION_MANAGEMENT' })).toEqual([EVERY, NO_RECORD]);
    expect(filtersOf({ $purpose: 'AUDIT' })).toEqual([NO_RECORD, EVERY]);
    expect(filtersOf({ rank: 'X' })).toEqual([NO_RECORD, NO_RECORD]);
  });

  const [role, notRole] = filtersOf({ role: 'X' });
  const [minor, notMinor] = filtersOf({ minor: true });

  it('both are true, or one of them is false', () => {
    expect(filtersOf({ role: 'X', minor: true })).toEqual([{ $and: [role, minor] }, { $or: [notRole, notMinor] }]);
  });

  it('one of them is true, or both are false', () => {
    expect(filtersOf({ $or: [{ role: 'X' }, { minor: true }] })).toEqual([
      { $or: [role, minor] },
      { $and: [notRole, notMinor] },
    ]);
  });

  it('beside what is unknown the other part decides as far as it can', () => {
    expect(filtersOf({ $and: [{ rank: 'X' }, { role: 'X' }] })).toEqual([NO_RECORD, notRole]);
    expect(filtersOf({ $or: [{ rank: 'X' }, { role: 'X' }] })).toEqual([role, NO_RECORD]);
  });
});

describe('every', () => {
  const [role, minor] = [certainlyTrue(bind({ role: 'X' })), certainlyTrue(bind({ minor: true }))];

  it('folds what is settled', () => {
    expect(every([])).toBe(EVERY);
    expect(every([EVERY, EVERY])).toBe(EVERY);
    expect(every([role, EVERY])).toBe(role);
    expect(every([role, NO_RECORD])).toBe(NO_RECORD);
    expect(every([role, minor])).toEqual({ $and: [role, minor] });
  });
});
