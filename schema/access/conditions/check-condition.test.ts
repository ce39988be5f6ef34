import { TRAVELLER } from '../../testing/arbitrary-conditions';
import { attributesRead, conditionFault } from './check-condition';
import { conditionText } from './parse-condition';

const faultOf = (text: object, reach: 'named' | 'tagged' = 'named', record: typeof TRAVELLER | undefined = TRAVELLER) =>
  conditionFault(conditionText.parse(text), record, reach);

describe('conditionFault', () => {
  it.each<[string, object]>([
    ['values of their types', { role: 'SUSPECT', age: 17, minor: true }],
    ['a list that holds a value', { claims: 'COL', counts: { $in: [1, 2] }, marks: true }],
    ['an order of texts and numbers', { crossedOn: { $gte: '2026-01-01' }, companions: { $lte: 3 } }],
    ['variables that are texts', { nationality: '$requester.party', role: { $in: '$requester.roles' } }],
    ['days', { crossedOn: { $gte: '$daysAgo.90', $lte: '$today' } }],
    ['whether a case is named', { minor: '$caseGiven' }],
    ['the request alone', { $purpose: 'AUDIT', $caseGiven: true, $today: { $gte: '2026-01-01' } }],
  ])('has nothing to say of %s', (_, text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  it.each<[string, object, RegExp]>([
    ['an attribute that does not exist', { rank: 'X' }, /^Traveller has no attribute rank; it has role, crossedOn,/],
    ['one of them deep within', { $or: [{ role: 'X' }, { $and: [{ rank: 'X' }] }] }, /no attribute rank/],
    ['a text for a number', { age: '17' }, /^age is a NUMBER, which 17 is not$/],
    ['a number for a text', { role: 7 }, /^role is a STRING, which 7 is not$/],
    ['a text for a truth', { minor: 'true' }, /^minor is a BOOLEAN, which true is not$/],
    ['one of several values', { role: { $in: ['SUSPECT', false] } }, /which false is not/],
    ['a text in a list of numbers', { counts: 'one' }, /^counts is a NUMBER/],
    ['a variable that is no number', { age: '$requester.party' }, /which \$requester\.party is not/],
    ['a case as a text', { role: '$caseGiven' }, /which \$caseGiven is not/],
    ['an order of lists', { claims: { $gte: '2026-01-15' } }, /^claims has no order: use \$eq or \$in$/],
    ['an order of truths', { minor: { $lte: true } }, /no order/],
    ['an order of roles', { role: { $gte: '$requester.roles' } }, /^roles and true or false have no order/],
    ['a case that is a text', { $caseGiven: 'true' }, /^\$caseGiven is a BOOLEAN, which true is not$/],
    ['a party that is none', { '$requester.party': true }, /^\$requester\.party is a STRING, which true is not$/],
    ['a purpose that is a case', { $purpose: '$caseGiven' }, /which \$caseGiven is not/],
    ['an order of cases', { $caseGiven: { $gte: false } }, /^roles and true or false have no order/],
    ['an order of roles on the left', { '$requester.roles': { $lte: 'ANALYST' } }, /^roles and true or false have no/],
    [
      'a variable that does not exist',
      { role: '$requester.name' },
      /^\$requester\.name is none of \$requester\.party,/,
    ],
    ['one on the left', { '$requester.id': 'X' }, /^\$requester\.id is none of/],
    ['an operator that there is not', { $nor: 'X' }, /^\$nor is none of/],
    ['days that are no number', { crossedOn: '$daysAgo.x' }, /is none of .*\$daysAgo\.N$/],
    ['no days', { crossedOn: '$daysAgo.0' }, /is none of/],
    ['too many days', { crossedOn: '$daysAgo.10000' }, /is none of/],
  ])('refuses %s', (_, text, cause) => {
    expect(faultOf(text)).toMatch(cause);
    expect(faultOf({ $or: [{ role: 'SUSPECT' }, text] })).toMatch(cause);
  });

  it('leaves an attribute that a type lacks unknown where the rule reaches it by a tag', () => {
    expect(faultOf({ rank: 'X' }, 'tagged')).toBeUndefined();
    expect(faultOf({ rank: '$requester.name' }, 'tagged')).toMatch(/is none of/);
    expect(faultOf({ role: 7 }, 'tagged')).toMatch(/is a STRING/);
  });

  it('of a type without records only the request can be asked', () => {
    expect(conditionFault(conditionText.parse({ $caseGiven: true }), undefined, 'named')).toBeUndefined();
    expect(conditionFault(conditionText.parse({ role: 'X' }), undefined, 'named')).toBe(
      'the type has no attribute role',
    );
  });
});

describe('attributesRead', () => {
  const read = (text: object, record: typeof TRAVELLER | undefined = TRAVELLER) =>
    attributesRead(conditionText.parse(text), record).map(({ name }) => name);

  it('finds every attribute of the type, whatever stands around it', () => {
    expect(
      read({ role: 'X', $or: [{ minor: true }, { age: { $gte: 1, $lte: 2 } }], rank: 'X', $purpose: 'AUDIT' }),
    ).toEqual(['role', 'minor', 'age', 'age']);
  });

  it('finds none where there are no records', () => {
    expect(attributesRead(conditionText.parse({ role: 'X' }), undefined)).toEqual([]);
  });
});
