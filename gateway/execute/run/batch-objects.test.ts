import { buildSchema } from 'graphql';
import { compileFind } from '../compile/find-objects';
import { compileRepresentations } from '../compile/write-representation';
import { batchObjects } from './batch-objects';

const schema = buildSchema(
  'type Query { rows: [Row] } type Row { nationality: Nationality } type Nationality { code: ID name: String }',
);
const step = {
  find: compileFind(['rows', '@', 'nationality'], new Set(['rows.@.nationality'])),
  represent: compileRepresentations({
    selections: [
      {
        kind: 'InlineFragment',
        typeCondition: 'Nationality',
        selections: [
          { kind: 'Field', name: '__typename' },
          { kind: 'Field', name: 'code' },
        ],
      },
    ],
    rewrites: [],
    schema,
  }),
};
const nationality = (code: unknown, more: object = {}) => ({ __typename: 'Nationality', code, ...more });
const rowsOf = (...nationalities: unknown[]) => ({ rows: nationalities.map((one) => ({ nationality: one })) });
const text = (code: string) => `{"__typename":"Nationality","code":"${code}"}`;

it('asks for each entity once, in the order of its key', () => {
  const root = rowsOf(nationality('VEN'), nationality('HTI'), nationality('VEN'), nationality('CUB'));
  const { representations, typeNames } = batchObjects(step, root);
  expect(representations).toEqual(['CUB', 'HTI', 'VEN'].map(text));
  expect(typeNames).toEqual(['Nationality', 'Nationality', 'Nationality']);
});

it('objects that are equal become one', () => {
  const root = rowsOf(nationality('VEN'), nationality('VEN'));
  expect(batchObjects(step, root).targets).toEqual([[root.rows[0]?.nationality]]);
  expect(root.rows[0]?.nationality).toBe(root.rows[1]?.nationality);
});

it('objects that differ stay apart, and each is completed', () => {
  const rows = ['a', 'b', 'a'].map((name) => nationality('VEN', { name }));
  const root = rowsOf(...rows, nationality('VEN'));
  expect(batchObjects(step, root).targets).toEqual([[rows[0], rows[1], nationality('VEN')]]);
  expect(root.rows.map(({ nationality: one }) => rows.indexOf(one as never))).toEqual([0, 1, 0, -1]);
});

it('leaves out what cannot be asked about', () => {
  const root = rowsOf(
    null,
    undefined,
    { __typename: 'Nationality' },
    { code: 'VEN' },
    { __typename: 'Row', code: 'VEN' },
  );
  expect(batchObjects(step, root).representations).toEqual([]);
});

it('escapes what is in a key', () => {
  const root = rowsOf(nationality('"\\\u2028'), nationality(7));
  expect(batchObjects(step, root).representations.map((one) => JSON.parse(one).code)).toEqual(['"\\\u2028', 7]);
});
