import {
  buildSchema,
  type GraphQLObjectType,
  getIntrospectionQuery,
  graphqlSync,
  isTypeDefinitionNode,
  parse,
  printSchema,
} from 'graphql';
import { loadContract } from '../contract';
import { checkSpanish } from './check-spanish';
import { describedTexts } from './described-texts';
import { inSpanish } from './in-spanish';
import { readSpanishFiles } from './read-spanish';

const SDL = `
"""A ferry."""
type Ferry implements Vessel @key(fields: "id") { "Its name." name("The language." language: Language): String, other: String, id: ID }
"""What floats."""
interface Vessel { "Its name." name("The language." language: Language): String }
"""A language."""
enum Language { "Spanish." ES EN }
input Filter { "Its name." name: String }
directive @key("Ignored." fields: String) on OBJECT
type Query { "All ferries." ferries(filter: Filter): [Ferry] }
`;
const SPANISH = new Map([
  ['A ferry.', 'Un transbordador.'],
  ['What floats.', 'Lo que flota.'],
  ['A language.', 'Un idioma.'],
  ['Its name.', 'Su nombre.'],
  ['The language.', 'El idioma.'],
  ['Spanish.', 'Español.'],
]);

describe('descriptions', () => {
  it('are those of types, fields, arguments, values and inputs', () => {
    expect([...describedTexts(SDL)]).toEqual([...SPANISH.keys(), 'All ferries.'].sort(byPlace));
  });

  it('are put in Spanish wherever they stand, and stay English where there is no Spanish text', () => {
    const spanish = inSpanish(buildSchema(SDL), SPANISH);
    const text = printSchema(spanish);
    for (const [en, es] of SPANISH) expect([text.includes(`"${en}"`), text.includes(es)]).toEqual([false, true]);
    expect(text.match(/Su nombre\./g)).toHaveLength(3);
    expect(text).toContain('All ferries.');
    expect(graphqlSync({ schema: spanish, source: getIntrospectionQuery() }).errors).toBeUndefined();
    const ferry = spanish.getType('Ferry') as GraphQLObjectType;
    expect(ferry.getInterfaces().map(({ name }) => name)).toEqual(['Vessel']);
  });

  it('have exactly one Spanish text, in the file of their domain or that of what several say', () => {
    const sdls = new Map([
      ['one', 'type Query { "Of one." one: Int "Of both." both: Int "Also of both." also: Int }'],
      ['two', 'type Query { "Of both." both: Int "Also of both." also: Int }'],
    ]);
    const text = (en: string) => ({ en, es: `${en} (es)` });
    expect(
      checkSpanish(sdls, [{ name: 'shared', texts: [text('Of both.'), text('Gone.'), text('Of both.')] }]),
    ).toEqual([
      { text: 'Gone.', file: 'shared', cause: 'is said by no schema any more' },
      { text: 'Of both.', file: 'shared', cause: 'stands twice' },
      { text: 'Of one.', file: 'one', cause: 'has no Spanish text' },
      { text: 'Also of both.', file: 'shared', cause: 'has no Spanish text' },
    ]);
  });
});

/** The roots, and the vocabularies of labels, which the API does not have. */
const NOT_READ = ['Query', 'Mutation', 'Sensitivity', 'Subject', 'RecordSubject', 'AttributeType'];

test.each([...loadContract().subgraphs])('every type and field of %s is described', (_, sdl) => {
  const blank: string[] = [];
  for (const type of parse(sdl).definitions) {
    if (!isTypeDefinitionNode(type)) continue;
    if (!type.description) blank.push(type.name.value);
    for (const field of 'fields' in type ? (type.fields ?? []) : [])
      if (!field.description) blank.push(`${type.name.value}.${field.name.value}`);
  }
  expect(blank.filter((name) => !NOT_READ.includes(name))).toEqual([]);
});

describe('the Spanish of the contract', () => {
  const texts = readSpanishFiles().flatMap((file) => file.texts);

  it.each([
    ['smuggling is never trata', /\bsmuggl/i, /tráfico|traficant/i],
    ['trafficking in persons is trata', /trafficking/i, /\btrata\b/i],
    ['what a rule keeps back is retenido', /\bwithheld\b/, /\breten/i],
    ['what would tell of few is suprimido', /\bsuppressed\b/i, /suprim|SUPPRESSED/],
    ['two groups of children stay two', /unaccompanied and separated/i, /no acompañad\S+ (y|ni|o) separad/i],
    ['a return is no deportation', /\bdeport/i, /\bdeport|DEPORTATION/i],
  ])('%s', (_, english, spanish) => {
    const saying = texts.filter(({ en }) => english.test(en));
    expect(saying.length).toBeGreaterThan(0);
    expect(saying.filter(({ es }) => !spanish.test(es))).toEqual([]);
  });

  it('calls nobody illegal, and nothing trata that is smuggling', () => {
    expect(texts.filter(({ es }) => /\bilegal/i.test(es))).toEqual([]);
    expect(texts.filter(({ en, es }) => /\btrata de personas\b/i.test(es) && !/trafficking/i.test(en))).toEqual([]);
  });

  it('keeps numbers, days and names of values', () => {
    const kept = (text: string) =>
      [...text.matchAll(/\b(?:\d[\d,.]*\d|[A-Z]{2,}_[A-Z_]+)\b/g)].map(([found]) => found).sort();
    expect(texts.filter(({ en, es }) => kept(en).join() !== kept(es).join())).toEqual([]);
  });
});

const byPlace = (one: string, other: string) => SDL.indexOf(`"${one}"`) - SDL.indexOf(`"${other}"`);
