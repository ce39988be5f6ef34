import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { unreachedPaths } from './unreached-paths';

const SUBGRAPHS = {
  'Query.cases': ['usa'],
  'Country.cases': ['usa'],
  'Country.code': ['pan', 'usa'],
  'Country.flow': ['pan'],
};
const labels = {
  fields: new Map(Object.entries(SUBGRAPHS).map(([coordinate, subgraphs]) => [coordinate, { subgraphs }])),
} as unknown as LabelTable;
const field = (path: string, coordinate: string, withheld = false) =>
  ({ path, decision: { coordinate, withheld } }) as unknown as DecidedField;

test('the outermost fields that the subgraph alone has, once each, and none that is withheld anyway', () => {
  const fields = [
    field('countries.@.code', 'Country.code'),
    field('countries.@.flow', 'Country.flow'),
    field('countries.@.cases', 'Country.cases'),
    field('countries.@.cases', 'Country.cases'),
    field('countries.@.cases.@.again', 'Country.cases'),
    field('countries.@.casesOfAnother', 'Country.cases', true),
    field('cases', 'Query.cases'),
  ];
  expect(unreachedPaths('usa', fields, labels)).toEqual(['countries.@.cases', 'cases']);
  expect(unreachedPaths('pan', fields, labels)).toEqual(['countries.@.flow']);
  expect(unreachedPaths('col', fields, labels)).toEqual([]);
});
