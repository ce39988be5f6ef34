import { loadContract } from '@pasarela/schema/contract';

const { labels } = loadContract();
const TYPES = labels.members.get('Reconciliation') ?? [];

describe('every type of two parties’ counts', () => {
  it('is one of the product’s', () => {
    expect(TYPES.toSorted()).toEqual(['DarienReconciliation', 'ProtectionReconciliation', 'ReturnReconciliation']);
  });

  it.each([...TYPES])('%s shows no difference to whoever may not see both counts', (type) => {
    const requires = labels.fields.get(`${type}.difference`)?.requires;
    expect(requires).toEqual(expect.arrayContaining([`${type}.first`, `${type}.second`]));
  });

  it.each([...TYPES])('%s shows the revisions of a count to nobody who may not see the count', (type) => {
    for (const side of ['First', 'Second'])
      expect(labels.fields.get(`${type}.revisionsOf${side}`)?.requires).toEqual([`${type}.${side.toLowerCase()}`]);
  });

  it.each([...TYPES])('%s says of each count that it is one, so that its owner can lower it', (type) => {
    for (const field of ['first', 'second', 'revisionsOfFirst', 'revisionsOfSecond'])
      expect(labels.fields.get(`${type}.${field}`)?.kind).toBe('count');
  });
});
