import { parse } from 'csv-parse/sync';
import { type OpenFederation, openFederation } from '../federation/open-federation';

/** The United States' subgraph stops while a Panamanian analyst works: the rest of the answer stands. */
describe('a partner is down', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
    await federation.subgraphs.find(({ name }) => name === 'usa-smuggling-cases')?.close();
  });
  afterAll(() => federation.close());

  it('answers what the others have, and names the partner', async () => {
    const { status, body } = await federation.ask({
      as: 'analyst.pan',
      purpose: 'STATISTICS',
      headers: { 'accept-language': 'es' },
      query:
        '{ nationalities(codes: ["VEN"]) { darienCrossings(year: 2022) { count { value } } usaSmugglingCaseFigures { cases { value } } } }',
    });
    expect(status).toBe(200);
    expect(body.data).toEqual({
      nationalities: [{ darienCrossings: { count: { value: 150_327 } }, usaSmugglingCaseFigures: null }],
    });
    expect(body.errors).toEqual([
      {
        message:
          'Los datos de usa-smuggling-cases no están disponibles en este momento; el resto de la respuesta es válido.',
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'usa-smuggling-cases',
          paths: ['nationalities.@.usaSmugglingCaseFigures'],
        },
      },
    ]);
  });

  it('a saved question keeps the rows of the others, and the partner’s cells say OUTAGE', async () => {
    const headers = { authorization: `Bearer ${await federation.token('analyst.pan')}` };
    const { status, text } = await federation.send('/questions/07.csv', { headers });
    const rows = parse(text, { columns: true }) as Array<Record<string, string>>;
    const figures = rows.filter((row) => row.path?.startsWith('nationalities.0.'));
    expect(status).toBe(200);
    expect(figures.map((row) => [row.figure, row.value, row.state])).toEqual(
      expect.arrayContaining([
        ['Panama: crossings', '150327', 'VALUE'],
        ['United States: cases', '', 'OUTAGE'],
        ['United States: cases with identified victims', '', 'OUTAGE'],
      ]),
    );
    expect(rows.find(({ state }) => state === 'PROBLEM')?.note).toContain('usa-smuggling-cases');
  });

  it('is not ready, and says nothing of addresses', async () => {
    const health = await federation.send('/health/ready', {});
    expect([health.status, health.body]).toEqual([503, { ready: false }]);
  });
});
