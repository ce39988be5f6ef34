import { type OpenFederation, openFederation } from '../federation/open-federation';

const SUBGRAPH = 'panama-darien-flow';
const QUERY = `{
  crossingRecords(first: 5) {
    edges { node { sex birthDate fullName name: fullName ...More } }
  }
}
fragment More on CrossingRecord { documentNumber station { code } }`;
const WITHHELD = ['CrossingRecord.documentNumber', 'CrossingRecord.fullName', 'CrossingRecord.station'];

/** The owner's own log is the witness: what is withheld was never asked for, by nobody and nowhere. */
describe('what is withheld is never fetched', () => {
  let federation: OpenFederation;
  beforeEach(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterEach(() => federation.close());

  it('leaves no trace of a withheld field in the request log of the subgraph that holds it', async () => {
    const ask = (as: string) => federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query: QUERY });
    const { body } = await ask('analyst.col');
    for (const { node } of body.data.crossingRecords.edges) {
      expect(node.sex).toMatch(/^(FE)?MALE$/);
      expect([node.fullName, node.name, node.documentNumber, node.station]).toEqual([null, null, null, null]);
    }
    const withheld = body.extensions.notices.filter(({ code }: any) => code === 'WITHHELD');
    expect([...new Set(withheld.map(({ coordinate }: any) => coordinate))].toSorted()).toEqual(WITHHELD);
    const log = await federation.requestLog(SUBGRAPH);
    expect(log.map(({ status, coordinates }) => [status, coordinates])).toEqual([
      [200, ['CrossingRecord.birthDate', 'CrossingRecord.sex', 'Query.crossingRecords']],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/fullName|documentNumber|station/);
    // The owner's own analyst asks the same, and then the log does say so.
    expect((await ask('analyst.pan')).body.data.crossingRecords.edges[0].node.station.code).toMatch(/^PA-/);
    expect((await federation.requestLog(SUBGRAPH)).at(-1)?.coordinates).toContain('CrossingRecord.station');
  });

  it("gives nothing to a request that goes straight to the subgraph with the analyst's token", async () => {
    const url = federation.subgraphs.find(({ name }) => name === SUBGRAPH)?.url as string;
    for (const as of ['analyst.col', 'analyst.pan', 'protection.pan']) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await federation.token(as)}` };
      for (const query of [QUERY, '{ receptionStations { status } }', '{ __schema { types { name } } }']) {
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
        const body = (await response.json()) as any;
        expect([response.status, body.data, body.errors[0].extensions.code]).toEqual([
          401,
          undefined,
          'UNAUTHENTICATED',
        ]);
      }
    }
    for (const entry of await federation.requestLog(SUBGRAPH))
      expect([entry.status, entry.code, entry.coordinates]).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });
});
