import { type OpenFederation, openFederation } from '../federation/open-federation';

/** The main story: an analyst of Panama asks one question over three governments' data. */
describe('one question, three governments', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  it('answers each field by its owner, and says what was withheld and why', async () => {
    const { status, body } = await federation.ask({
      as: 'analyst.pan',
      purpose: 'STATISTICS',
      query: `{
        nationalities(codes: ["VEN", "HTI"]) {
          code
          darienCrossings(year: 2022) { count { value state countingParty } }
          temporaryProtectionPermits { permitsDelivered { value state } }
          usaSmugglingCaseFigures { casesWithIdentifiedVictims { state dataset } }
        }
        crossingRecords(first: 2) { edges { node { id crossedOn } } }
      }`,
    });
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    const [venezuela, haiti] = body.data.nationalities;
    expect(venezuela.darienCrossings.count).toEqual({ value: 150_327, state: 'VALUE', countingParty: 'PAN: SNM' });
    expect(venezuela.temporaryProtectionPermits.permitsDelivered.value).toBe(1_890_185);
    expect(haiti.temporaryProtectionPermits.permitsDelivered).toEqual({ value: null, state: 'NOT_APPLICABLE' });
    expect(haiti.usaSmugglingCaseFigures.casesWithIdentifiedVictims.dataset).toMatch(/^SYNTHETIC/);
    expect(body.data.crossingRecords).toBeNull();
    expect(body.extensions.notices).toEqual([
      expect.objectContaining({
        code: 'WITHHELD',
        coordinate: 'Query.crossingRecords',
        path: 'crossingRecords',
        level: 'none',
      }),
    ]);
    expect(body.extensions.disclosure).toMatchObject({ purpose: 'STATISTICS', agreements: ['TRILATERAL-STATISTICS'] });
  });
});
