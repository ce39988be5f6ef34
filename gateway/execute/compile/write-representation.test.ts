import { buildSchema } from 'graphql';
import { compileRepresentations } from './write-representation';

const schema = buildSchema(
  'type Query { media: [Media] } interface Media { id: ID! } type Book implements Media { id: ID! } type Film implements Media { id: ID! }',
);
const field = (name: string) => ({ kind: 'Field', name }) as const;
const represented = (typeCondition: string, setValueTo?: string) =>
  compileRepresentations({
    selections: [{ kind: 'InlineFragment', typeCondition, selections: [field('__typename'), field('id')] }],
    rewrites: setValueTo ? [{ kind: 'ValueSetter', path: [`... on ${typeCondition}`, '__typename'], setValueTo }] : [],
    schema,
  });

it('names the interface where a subgraph knows its objects by that name alone, and expects that type of it', () => {
  const { write, typeNameOf } = represented('Book', 'Media');
  const book = { __typename: 'Book', id: '1' };
  expect(write(book)).toBe('{"__typename":"Media","id":"1"}');
  expect(typeNameOf(book)).toBe('Media');
});

it('names the own type of everything else', () => {
  const { write, typeNameOf } = represented('Film');
  const film = { __typename: 'Film', id: '2' };
  expect(write(film)).toBe('{"__typename":"Film","id":"2"}');
  expect(typeNameOf(film)).toBe('Film');
});

it('represents nothing of which a required value is not known', () => {
  const { write } = represented('Film');
  expect(write({ __typename: 'Film', id: null })).toBe('{"__typename":"Film","id":null}');
  expect(write({ __typename: 'Film', id: [[null]] })).toBe('{"__typename":"Film","id":[[null]]}');
  expect(write({ __typename: 'Film' })).toBeUndefined();
  expect(write({ __typename: 'Film', id: [undefined] })).toBeUndefined();
  expect(write({ __typename: 'Film', id: ['a', ['b', undefined]] })).toBeUndefined();
});
