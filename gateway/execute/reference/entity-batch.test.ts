import { entityBatch } from './entity-batch';

const nationality = (code: string) => ({ __typename: 'Nationality', code });

it('asks for each entity once, in the order of its key, and spreads the answers to every row', () => {
  const rows = ['VEN', 'HTI', 'VEN', 'CUB'].map(nationality);
  const batch = entityBatch({ representations: rows, year: 2022 });
  expect(batch.variables).toEqual({ representations: ['CUB', 'HTI', 'VEN'].map(nationality), year: 2022 });
  const { _entities } = batch.spread({ _entities: [{ n: 'CUB' }, { n: 'HTI' }, { n: 'VEN' }] });
  expect(_entities).toEqual([{ n: 'VEN' }, { n: 'HTI' }, { n: 'VEN' }, { n: 'CUB' }]);
});

it('gives each row an object of its own, since the executor merges into it', () => {
  const batch = entityBatch({ representations: [nationality('VEN'), nationality('VEN')] });
  const [first, second] = batch.spread({ _entities: [{ n: 1 }] })._entities as object[];
  expect(first).not.toBe(second);
});

it('leaves a fetch without entities as it is', () => {
  const variables = { first: 2 };
  const batch = entityBatch(variables);
  expect(batch.variables).toBe(variables);
  expect(batch.spread({ a: 1 })).toEqual({ a: 1 });
});
