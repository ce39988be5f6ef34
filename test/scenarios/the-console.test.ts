import { type OpenFederation, openFederation } from '../federation/open-federation';

const TYPES = '{ __schema { queryType { fields { name } } types { name fields { name } } } }';

/** What a browser and its GraphiQL meet: local files only, and the requester's own schema. */
describe('the console', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  it.each(['/graphiql', '/graphiql/enrol.html'])(
    '%s is served whole, under a policy that allows nothing from elsewhere',
    async (address) => {
      const page = await federation.send(address, {});
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';/);
      expect(page.text).not.toMatch(/https?:\/\/(?!127)/);
      for (const [, asset] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
        expect((await federation.send(asset as string, {})).status).toBe(200);
    },
  );

  const fieldsOf = async (as: string, purpose: 'STATISTICS' | 'ENFORCEMENT' | 'PROTECTION') => {
    const { body } = await federation.ask({ as, purpose, query: TYPES, headers: { 'x-case-reference': 'CASE-1' } });
    const types: Array<{ name: string; fields: Array<{ name: string }> | null }> = body.data.__schema.types;
    return new Set(types.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`)));
  };

  it("shows each requester's own schema", async () => {
    const analyst = await fieldsOf('analyst.pan', 'STATISTICS');
    expect(analyst).toContain('Query.darienCrossingsByYear');
    expect(analyst).toContain('CrossingRecord.crossedOn');
    expect(analyst).not.toContain('CrossingRecord.asylumClaim');
    expect(analyst).not.toContain('Query.usaSmugglingCases');
    const officer = await fieldsOf('protection.pan', 'PROTECTION');
    expect(officer).toContain('CrossingRecord.asylumClaim');
    const investigator = await fieldsOf('investigator.pan', 'ENFORCEMENT');
    expect(investigator).toContain('UsaSmugglingCase.routes');
    expect(investigator).not.toContain('UsaSmugglingCase.sourceIdentity');
  });

  it('treats a protected name that can never be theirs as one that does not exist', async () => {
    const ask = (field: string) =>
      federation.ask({
        as: 'analyst.pan',
        purpose: 'MIGRATION_MANAGEMENT',
        query: `{ crossingRecords { edges { node { ${field} } } } }`,
      });
    const hidden = await ask('asylumClaim');
    const invented = await ask('asylumClain');
    expect(hidden.status).toBe(400);
    expect(hidden.body.errors[0].message.replace('asylumClaim', 'asylumClain')).toBe(invented.body.errors[0].message);
    expect(Object.keys(hidden.body)).toEqual(Object.keys(invented.body));
  });
});
