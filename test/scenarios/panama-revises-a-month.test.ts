import { type OpenFederation, openFederation } from '../federation/open-federation';

const REVISE = `mutation Revise($input: ReviseMonthlyCrossingsInput!) {
  reviseMonthlyCrossings(input: $input) { month count { value status } revisions { value } }
}`;
const APRIL =
  '{ darienCrossingsByMonth(from: "2024-04", to: "2024-04") { count { value status } revisions { value } } }';

/** The Servicio Nacional de Migración publishes a revised figure for April 2024. */
describe('Panama revises a month', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  const input = {
    month: '2024-04',
    value: 29_300,
    source: 'https://example.invalid/snm',
    expectedRevisions: 1,
    clientKey: 'revision-april-1',
  };
  const revise = (as: string) =>
    federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query: REVISE, variables: { input } });
  const april = async () =>
    (await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: APRIL })).body.data
      .darienCrossingsByMonth[0];

  it('refuses everyone but its own administrators, and does nothing', async () => {
    for (const as of ['analyst.pan', 'administrator.col', 'administrator.usa']) {
      const { status, body } = await revise(as);
      expect([as, status, body.errors[0].extensions.code]).toEqual([as, 403, 'MUTATION_WITHHELD']);
      expect(body.data).toBeUndefined();
    }
    expect((await april()).revisions).toHaveLength(1);
  });

  it('appends the revision once, however often the same request arrives', async () => {
    const first = await revise('administrator.pan');
    expect(first.body.errors).toBeUndefined();
    const second = await revise('administrator.pan');
    expect(second.body.data).toEqual(first.body.data);
    expect(await april()).toEqual({
      count: { value: 29_300, status: 'REVISED' },
      revisions: [{ value: 29_259 }, { value: 29_300 }],
    });
  });
});
