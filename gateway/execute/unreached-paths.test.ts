import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { unreachedPaths } from './unreached-paths';

const SUBGRAPHS = {
  'Query.cases': ['usa'],
  'Country.cases': ['usa'],
  'Country.code': ['pan', 'usa'],
  'Country.flow': ['pan'],
  'Country.difference': ['col'],
  'Country.share': ['col'],
  'Country.circle': ['col'],
};
const REQUIRES: Readonly<Record<string, readonly string[]>> = {
  'Country.difference': ['Country.code', 'Country.flow'],
  'Country.share': ['Country.difference'],
  'Country.circle': ['Country.circle', 'Country.unknown'],
};
const labels = {
  fields: new Map(
    Object.entries(SUBGRAPHS).map(([coordinate, subgraphs]) => [
      coordinate,
      { subgraphs, requires: REQUIRES[coordinate] ?? [] },
    ]),
  ),
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

test('and what others compute from them, at whatever distance', () => {
  const fields = [
    field('countries.@.flow', 'Country.flow'),
    field('countries.@.difference', 'Country.difference'),
    field('countries.@.share', 'Country.share'),
    field('countries.@.circle', 'Country.circle'),
    field('countries.@.difference', 'Country.difference', true),
  ];
  expect(unreachedPaths('pan', fields, labels)).toEqual([
    'countries.@.flow',
    'countries.@.difference',
    'countries.@.share',
  ]);
  expect(unreachedPaths('usa', fields, labels)).toEqual([]);
});
