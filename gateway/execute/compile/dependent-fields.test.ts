import { buildSubgraphSchema } from '@apollo/subgraph';
import { type OperationDefinitionNode, parse } from 'graphql';
import { compileDependents } from './dependent-fields';

const LINK = 'https://specs.apollo.dev/federation/v2.3';
const sdlOf = (imported: string, requires: string) => `
  extend schema @link(url: "${LINK}", import: [${imported}])
  type Product @key(fields: "id") {
    id: ID!  label: String @external  size: Size @external
    weight: Float  parcel: String @${requires}(fields: "size { wide } label")  asked: String @${requires}(fields: "size { high }")
  }
  type Size @shareable { wide: Int  high: Int }
  type Query { any: Int }
`;
const dependentsOf = (sdl: string) =>
  compileDependents(
    parse('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { weight p: parcel asked } } }')
      .definitions[0] as OperationDefinitionNode,
    buildSubgraphSchema(parse(sdl)),
  );

it.each([
  ['"@key", "@external", "@shareable", "@requires"', 'requires'],
  ['"@key", "@external", "@shareable"', 'federation__requires'],
])('with %s imported it is known who requires what', (imported, requires) => {
  const dependents = dependentsOf(sdlOf(imported, requires));
  expect(dependents('Product', 'size')).toEqual(['p', 'asked']);
  expect(dependents('Product', 'label')).toEqual(['p']);
});

it('of a key, of another type and under another name nobody says so', () => {
  const dependents = dependentsOf(sdlOf('"@key", "@external", "@shareable", "@requires"', 'requires'));
  expect(dependents('Product', 'id')).toBeUndefined();
  expect(dependents('Ghost', 'label')).toBeUndefined();
  const renamed = '"@key", "@external", "@shareable", { name: "@requires", as: "@needs" }';
  expect(dependentsOf(sdlOf(renamed, 'needs'))('Product', 'label')).toBeUndefined();
});
