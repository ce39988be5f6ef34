import { readSpanish } from '@pasarela/schema/descriptions/read-spanish';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { type OpenFederation, openFederation } from '../federation/open-federation';

/** An analyst of Panama opens the documentation of the schema in Spanish. */
describe('a schema in Spanish', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  async function schemaIn(language: string): Promise<IntrospectionQuery['__schema']> {
    const { status, body } = await federation.send('/graphql', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await federation.token('analyst.pan')}`,
        'x-purpose': 'STATISTICS',
        'accept-language': language,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data.__schema;
  }

  /** What is said of each type of the product, and of whatever stands in it. */
  function described({ types }: IntrospectionQuery['__schema']): Map<string, string> {
    const found = new Map<string, string>();
    const note = (place: string, one: any) => {
      if (one.description) found.set(place, one.description);
      for (const part of PARTS) for (const each of one[part] ?? []) note(`${place}.${each.name}`, each);
    };
    for (const type of types) if (!type.name.startsWith('__') && !BUILT_IN.includes(type.name)) note(type.name, type);
    return found;
  }

  it('says in Spanish of every type, field and argument what it says in English, and has the same ones', async () => {
    const [english, spanish] = [described(await schemaIn('en')), described(await schemaIn('es-PA'))];
    expect(english.size).toBeGreaterThan(500);
    const texts = readSpanish();
    expect(spanish).toEqual(new Map([...english].map(([place, text]) => [place, texts.get(text)])));
  });

  it('is the same in English whoever asked in Spanish before', async () => {
    const before = await schemaIn('en');
    await schemaIn('es');
    expect(await schemaIn('en')).toEqual(before);
  });
});

const PARTS = ['fields', 'args', 'inputFields', 'enumValues'] as const;
const BUILT_IN = ['Int', 'Float', 'String', 'Boolean', 'ID'];
