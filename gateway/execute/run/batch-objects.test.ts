import { buildSchema } from 'graphql';
import { compileFind } from '../compile/find-objects';
import { compileRepresentations } from '../compile/write-representation';
import { type BatchedFetch, batchObjects } from './batch-objects';

const schema = buildSchema(
  'type Query { rows: [Row] } type Row { nationality: Nationality } type Nationality { code: ID name: String }',
);
const step: BatchedFetch = {
  dependents: () => undefined,
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

describe('an object of which a required value failed', () => {
  const requiring = (member: string): BatchedFetch => ({
    find: compileFind(['rows', '@', 'nationality'], new Set()),
    dependents: (typeName, failed) => (typeName === 'Nationality' && failed === member ? ['share'] : undefined),
    represent: compileRepresentations({
      selections: [
        { kind: 'Field', name: '__typename' },
        { kind: 'Field', name: 'code' },
        { kind: 'Field', name: 'name' },
      ],
      rewrites: [],
      schema,
    }),
  });
  const [failed, none] = [nationality('VEN', { name: undefined }), nationality('VEN', { name: null })];

  it('is asked about, and what requires the value is not known', () => {
    const { representations, targets, unknown } = batchObjects(requiring('name'), rowsOf(failed, none));
    expect(representations).toEqual(['{"__typename":"Nationality","code":"VEN","name":null}']);
    expect(targets).toEqual([[failed, none]]);
    expect([...unknown]).toEqual([[failed, ['share']]]);
  });

  it('is not asked about where the value is a key, or did not come at all', () => {
    expect(batchObjects(requiring('code'), rowsOf(failed)).representations).toEqual([]);
    expect(batchObjects(requiring('name'), rowsOf(nationality('VEN'))).representations).toEqual([]);
  });
});
