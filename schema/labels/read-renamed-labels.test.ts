import { LABEL_DIRECTIVES_SDL } from '../directives';
import { readSubgraphLabels } from './read-subgraph-labels';

const TYPES = `
  type Crossing @key(fields: "id") @owner(party: "PAN") @record(of: PERSON) @attribute(name: "sex", type: STRING, as: PERSONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    sex: String @external @sensitivity(as: PERSONAL)
    initials: String @requires(fields: "sex") @sensitivity(as: PERSONAL) @about(subjects: [NAME])
  }
  type Query { crossings(sex: String @reads(field: "Crossing.sex")): [Crossing] @owner(party: "PAN") }
`;
const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';
const LN = 'directive @ln(url: String!, as: String, import: [ln__Import]) repeatable on SCHEMA scalar ln__Import';

/** The same schema with its federation directives written in other ways. */
const WRITTEN: Readonly<Record<string, readonly [link: string, names: Readonly<Record<string, string>>]>> = {
  'imported under other names': [
    `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }, { name: "@external", as: "@else" }, { name: "@requires", as: "@r" }])`,
    { key: 'k', external: 'else', requires: 'r' },
  ],
  'with a prefix': [
    `extend schema @link(url: "${FEDERATION}")`,
    { key: 'federation__key', external: 'federation__external', requires: 'federation__requires' },
  ],
  'with another prefix': [
    `extend schema @link(url: "${FEDERATION}", as: "fed", import: ["@external"])`,
    { key: 'fed__key', external: 'external', requires: 'fed__requires' },
  ],
  'with a link directive under another name': [
    `${LN} extend schema @ln(url: "https://specs.apollo.dev/link/v1.0", as: "ln") @ln(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }, "@external", "@requires"])`,
    { key: 'k', external: 'external', requires: 'requires' },
  ],
};

const labelsOf = (link: string, types: string) =>
  readSubgraphLabels('panama', `${link} ${LABEL_DIRECTIVES_SDL} ${types}`);
const renamed = (names: Readonly<Record<string, string>>) =>
  TYPES.replaceAll(/@(key|external|requires)\b/g, (_, name: string) => `@${names[name]}`);

describe('readSubgraphLabels: directives under other names', () => {
  const plain = labelsOf('', TYPES);

  it('has something to read', () => {
    const fields = plain.fields.map(({ coordinate, key, requires }) => ({ coordinate, key, requires }));
    expect(fields).toEqual([
      { coordinate: 'Crossing.id', key: true, requires: [] },
      { coordinate: 'Crossing.initials', key: false, requires: ['Crossing.sex'] },
      { coordinate: 'Query.crossings', key: false, requires: [] },
    ]);
    expect([plain.inputs.length, plain.records.length]).toEqual([1, 1]);
  });

  it.each(Object.entries(WRITTEN))('reads the same labels %s', (_, [link, names]) => {
    expect(labelsOf(link, renamed(names))).toEqual(plain);
  });
});

describe('readSubgraphLabels: what spreads over nodes of a type', () => {
  it('finds the field of a key in another node than the key', () => {
    const { fields } = readSubgraphLabels('panama', 'type T @key(fields: "id") { a: Int } extend type T { id: ID }');
    expect(fields.filter(({ key }) => key).map(({ coordinate }) => coordinate)).toEqual(['T.id']);
  });

  it('leaves out every field of a type that is external', () => {
    expect(readSubgraphLabels('panama', 'type T @external { a: Int b: Int } type U { c: Int }').fields).toMatchObject([
      { coordinate: 'U.c' },
    ]);
  });
});
