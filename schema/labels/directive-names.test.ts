import { parse } from 'graphql';
import { directiveNames } from './directive-names';
import { parseWithRealNames } from './parse-with-real-names';
import { fieldsTypes } from './subgraph-types';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';
const LINK = 'https://specs.apollo.dev/link/v1.0';
const realIn = (schema: string, ...written: string[]) => {
  const names = directiveNames(parse(`${schema} type T { id: ID }`));
  return written.map((name) => names.real(name));
};

describe('directiveNames', () => {
  it.each([
    ['no link, so Federation 1', '', ['key', 'requires', 'external', 'provides'], 'key requires external provides'],
    ['an import', `extend schema @link(url: "${FEDERATION}", import: ["@key"])`, ['key'], 'key'],
    [
      'an import under another name',
      `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }, "@shareable"])`,
      ['k', 'shareable'],
      'key shareable',
    ],
    [
      'imports that swap names',
      `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@tag" }, { name: "@tag", as: "@key" }])`,
      ['tag', 'key'],
      'key tag',
    ],
    [
      'the prefix of the specification',
      `extend schema @link(url: "${FEDERATION}")`,
      ['federation__key', 'federation__requires'],
      'key requires',
    ],
    [
      'another prefix',
      `extend schema @link(url: "${FEDERATION}", as: "fed", import: ["@requires"])`,
      ['fed__key', 'requires'],
      'key requires',
    ],
    [
      'a link directive that links itself',
      `schema @link(url: "${LINK}") @link(url: "${FEDERATION}", import: ["@key"]) { query: T }`,
      ['key', 'link'],
      'key link',
    ],
    [
      'a link directive under another name',
      `schema @ln(url: "${LINK}", as: "ln") @ln(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }]) { query: T }`,
      ['k', 'ln', 'ln__key'],
      'key link ',
    ],
    [
      'links on several nodes',
      `schema { query: T } extend schema @ln(url: "${FEDERATION}", as: "fed") extend schema @ln(url: "${LINK}", as: "ln")`,
      ['fed__key'],
      'key',
    ],
    [
      'labels and what is built into GraphQL, whatever is linked',
      `extend schema @link(url: "${FEDERATION}")`,
      ['owner', 'sensitivity', 'reads', 'deprecated', 'specifiedBy', 'oneOf'],
      'owner sensitivity reads deprecated specifiedBy oneOf',
    ],
  ])('%s', (_, schema, written, real) => {
    expect(realIn(schema, ...written).join(' ')).toBe(real);
  });

  it.each([
    ['a plain name that is not imported', `extend schema @link(url: "${FEDERATION}", import: ["@shareable"])`, 'key'],
    ['the prefix where another is given', `extend schema @link(url: "${FEDERATION}", as: "fed")`, 'federation__key'],
    [
      'a name after its import was renamed',
      `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }])`,
      'key',
    ],
    ['a prefixed name of nothing', `extend schema @link(url: "${FEDERATION}")`, 'federation__owner'],
    ['an import of nothing', `extend schema @link(url: "${FEDERATION}", import: ["@secret"])`, 'secret'],
    ['a prefixed name without a link', '', 'federation__key'],
    ['@link under its plain name where it has another', `schema @ln(url: "${LINK}", as: "ln") { query: T }`, 'link'],
    ['any other name', '', 'owned'],
    ['a name that every object has', '', 'constructor'],
  ])('does not know %s', (_, schema, written) => {
    expect(realIn(schema, written)).toEqual([undefined]);
  });
});

describe('parseWithRealNames', () => {
  it('gives each directive its real name and leaves out what is none', () => {
    const document = parseWithRealNames(
      `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }])
       type T @k(fields: "id") @owner(party: "PAN") @key(fields: "secret") { id: ID @federation__tag(name: "x") @unknown }`,
    );
    const [type] = fieldsTypes(document);
    expect(type?.directives?.map(({ name }) => name.value)).toEqual(['key', 'owner']);
    expect(type?.fields?.[0]?.directives?.map(({ name }) => name.value)).toEqual(['tag']);
  });
});
