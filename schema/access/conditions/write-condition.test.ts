import fc from 'fast-check';
import { anyConditionText } from '../../testing/arbitrary-conditions';
import { conditionText } from './parse-condition';
import { conditionJson } from './write-condition';

describe('conditionJson', () => {
  it.each([
    ['{"nationality":"$requester.party"}'],
    ['{"role":{"$in":["SUSPECT","WITNESS"]}}'],
    ['{"$and":[{"minor":true},{"$or":[{"crossedOn":{"$gte":"$daysAgo.90"}},{"count":{"$lte":3}}]}]}'],
  ])('writes %s as it was read', (text) => {
    expect(conditionJson(conditionText.parse(JSON.parse(text)))).toBe(text);
  });

  it('writes every condition so that reading it again gives the same', () => {
    fc.assert(
      fc.property(anyConditionText, (text) => {
        const read = conditionText.safeParse(text);
        fc.pre(read.success);
        if (read.success) expect(conditionText.parse(JSON.parse(conditionJson(read.data)))).toEqual(read.data);
      }),
    );
  });
});
