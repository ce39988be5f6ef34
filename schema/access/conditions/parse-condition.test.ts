import type { Comparison, ConditionValue } from './condition';
import { conditionText } from './parse-condition';

const comparison = (subject: string, operator: Comparison['operator'], ...operands: ConditionValue[]): Comparison => ({
  kind: 'comparison',
  subject,
  operator,
  operands,
});

describe('conditionText: what a rule file may write', () => {
  it.each<[string, object, object]>([
    ['a bare value', { role: 'SUSPECT' }, comparison('role', 'in', 'SUSPECT')],
    ['a number', { age: 0 }, comparison('age', 'in', 0)],
    ['false', { minor: false }, comparison('minor', 'in', false)],
    ['$eq', { role: { $eq: 'SUSPECT' } }, comparison('role', 'in', 'SUSPECT')],
    ['$in', { role: { $in: ['SUSPECT', 'WITNESS'] } }, comparison('role', 'in', 'SUSPECT', 'WITNESS')],
    ['$in of a variable', { role: { $in: '$requester.roles' } }, comparison('role', 'in', '$requester.roles')],
    ['$gte', { age: { $gte: 18 } }, comparison('age', 'gte', 18)],
    ['$lte', { on: { $lte: '$daysAgo.90' } }, comparison('on', 'lte', '$daysAgo.90')],
    ['a variable on the left', { '$requester.party': 'COL' }, comparison('$requester.party', 'in', 'COL')],
    [
      'a range, which is an $and',
      { age: { $gte: 12, $lte: 17 } },
      { kind: 'all', of: [comparison('age', 'gte', 12), comparison('age', 'lte', 17)] },
    ],
    [
      'several keys, which are an $and',
      { role: 'SUSPECT', minor: false },
      { kind: 'all', of: [comparison('role', 'in', 'SUSPECT'), comparison('minor', 'in', false)] },
    ],
    [
      '$or of $and, and a key beside it',
      { $or: [{ $and: [{ a: 1 }, { b: 2 }] }, { c: 3 }], d: 4 },
      {
        kind: 'all',
        of: [
          {
            kind: 'any',
            of: [{ kind: 'all', of: [comparison('a', 'in', 1), comparison('b', 'in', 2)] }, comparison('c', 'in', 3)],
          },
          comparison('d', 'in', 4),
        ],
      },
    ],
  ])('%s', (_, text, condition) => {
    expect(conditionText.parse(text)).toEqual(condition);
  });
});

describe('conditionText: what it refuses, and where', () => {
  const ONLY = /says \$eq, \$in, \$gte or \$lte and a value that is not null; there is no negation/;

  it.each<[string, unknown, string, RegExp]>([
    ['a text', 'minor', '', /./],
    ['a list', [{ minor: true }], '', /./],
    ['null', null, '', /./],
    ['nothing', {}, '', /names no attribute/],
    ['null as a value', { role: null }, 'role', ONLY],
    ['an empty text', { role: '' }, 'role', ONLY],
    ['no number', { age: Number.NaN }, 'age', ONLY],
    ['a list without $in', { role: ['SUSPECT'] }, 'role', ONLY],
    ['no operator', { role: {} }, 'role', ONLY],
    ['$eq of null', { role: { $eq: null } }, 'role', ONLY],
    ['$eq of a list', { role: { $eq: ['SUSPECT'] } }, 'role', ONLY],
    ['$in of nothing', { role: { $in: [] } }, 'role', ONLY],
    ['$in of null among others', { role: { $in: ['SUSPECT', null] } }, 'role', ONLY],
    ['$in of one value', { role: { $in: 'SUSPECT' } }, 'role', ONLY],
    ['$gte of a list', { age: { $gte: [18] } }, 'age', ONLY],
    ['a value within', { holder: { nationality: 'COL' } }, 'holder', ONLY],
    ['a dotted path', { 'holder.nationality': 'COL' }, 'holder.nationality', /is no attribute/],
    ['a name of no letters', { 'minor ': true }, 'minor ', /is no attribute and none of \$and, \$or/],
    ['$or of an object', { $or: { minor: true } }, '$or', /holds a list of conditions/],
    ['$or of nothing', { $or: [] }, '$or', /holds a list of conditions/],
    ['$and of an empty condition', { $and: [{ minor: true }, {}] }, '$and', /holds a list of conditions/],
    ['$and of a list', { $and: [[{ minor: true }]] }, '$and', /holds a list of conditions/],
    ['a fault deep within', { $or: [{ a: 1 }, { $and: [{ role: null }] }] }, '$or.1.$and.0.role', ONLY],
  ])('%s', (_, text, place, cause) => {
    const { error } = conditionText.safeParse(text);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([place]);
    expect(error?.issues[0]?.message).toMatch(cause);
  });

  it.each(['$ne', '$nin', '$not', '$gt', '$lt', '$exists', '$regex', '$expr', '$where', '$elemMatch'])(
    '%s beside an operator that there is',
    (operator) => {
      const { error } = conditionText.safeParse({ role: { $eq: 'SUSPECT', [operator]: 'WITNESS' } });
      expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(ONLY)]);
    },
  );
});
