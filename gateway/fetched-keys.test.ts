import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { askedKey, fetchedKey, withFetchedKeys } from './fetched-keys';

const selections = (text: string) => (parse(text).definitions[0] as OperationDefinitionNode).selectionSet;
const keysOf = (text: string) =>
  selections(text).selections.flatMap((node) => (node.kind === Kind.FIELD ? [fetchedKey(node)] : []));

it('no alias of a client is a key of fetched data', () => {
  expect(keysOf('{ id: name __typename: name code id: id }')).toEqual([
    '_pasarela_as_id',
    '_pasarela_as___typename',
    'code',
    'id',
  ]);
});

it('gives every field its key, however deep, and leaves our own alias', () => {
  const text = '{ a: people { ... on Person { id: name _pasarela_typename: __typename friends { id } } } }';
  expect(print(withFetchedKeys(selections(text))).replace(/\s+/g, ' ')).toBe(
    '{ _pasarela_as_a: people { ... on Person { _pasarela_as_id: name _pasarela_typename: __typename friends { id } } } }',
  );
});

it('gives a client its own keys again', () => {
  const path = ['_pasarela_as_a', 0, 'friends', '_pasarela_as__pasarela_as_b'];
  expect(path.map(askedKey)).toEqual(['a', 0, 'friends', '_pasarela_as_b']);
});
