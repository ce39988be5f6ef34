import { type OpenFederation, openFederation } from '../federation/open-federation';

const WHOLE_SCHEMA =
  '{ __schema { types { name kind fields { name args { name } type { name ofType { name ofType { name ofType { name } } } } } } } }';
const MONTHS = '(from: "2024-09", to: "2024-12")';
const BY_REGION = `{ syntheticAssistanceByMonth${MONTHS} {
  region { code firstAdministrativeLevel }
  consultations { value state } genderBasedViolencePatients { value state }
} }`;
const NEEDS = `{
  stationSpecificNeeds${MONTHS} { contributedBy month station { code } code persons { value state } }
  regionProtectedNeeds${MONTHS} { contributedBy month region { code firstAdministrativeLevel } need persons { value state } }
}`;
/** What speaks of question 26, wherever it stands. */
const TELLS_OF_26 = /consultation|violence|patient/i;

/**
 * Two stations lie beside each other. Whoever could ask question 26 for a region with and without one of them would
 * have the few people of that station by subtraction. They cannot: nothing of question 26 exists by station.
 */
describe('differencing question 26 across adjacent stations', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  const ask = (as: string, purpose: string, query: string) => federation.ask({ as, purpose: purpose as never, query });
  const ASKERS = [
    ['analyst.pan', 'STATISTICS'],
    ['analyst.usa', 'STATISTICS'],
    ['protection.pan', 'PROTECTION'],
    ['officer.hum', 'PROTECTION'],
  ] as const;

  const namedIn = (type: any): string[] => (type ? [type.name, ...namedIn(type.ofType)].filter(Boolean) : []);

  it.each(ASKERS)('nothing of question 26 exists by station in the schema of %s', async (as, purpose) => {
    const { body } = await ask(as, purpose, WHOLE_SCHEMA);
    const types: any[] = body.data.__schema.types.filter(({ fields }: any) => fields);
    const tellers = types.filter(({ fields }) => fields.some(({ name }: any) => TELLS_OF_26.test(name)));
    expect(tellers.map(({ name }) => name)).toContain('AssistanceMonth');
    const fields = tellers
      .filter(({ name }) => !['Query', 'Mutation'].includes(name))
      .flatMap(({ name, fields: own }) => own.map((field: any) => [name, field]));
    const byStation = fields.filter(
      ([, { name, type }]) => /station|flight|group/i.test(name) || namedIn(type).includes('ReceptionStation'),
    );
    expect(byStation).toEqual([]);
    const query = types.find(({ name }) => name === 'Query').fields;
    const ways = query.filter(({ name }: any) => /^(humanitarianAssistance|syntheticAssistance)/.test(name));
    expect(ways.length).toBeGreaterThan(1);
    for (const { args } of ways)
      expect(args.map(({ name }: any) => name).filter((name: string) => !['from', 'to'].includes(name))).toEqual([]);
  });

  it('a question that names a station is refused before anything is fetched', async () => {
    for (const query of [
      `{ syntheticAssistanceByMonth(from: "2024-09", to: "2024-09", station: "PA-5:LAJAS_BLANCAS") { month } }`,
      `{ syntheticAssistanceByMonth${MONTHS} { station { code } } }`,
      `{ receptionStations { genderBasedViolencePatients { value } } }`,
      `{ places(codes: ["PA-5:LAJAS_BLANCAS"]) { receptionStation { consultations { value } } } }`,
    ]) {
      const { status, body } = await ask('analyst.pan', 'STATISTICS', query);
      expect([query, status, body.data]).toEqual([query, 400, undefined]);
    }
  });

  it('its figures are of whole regions, and nothing under ten is told, zero neither', async () => {
    const { body } = await ask('analyst.pan', 'STATISTICS', BY_REGION);
    const rows: any[] = body.data.syntheticAssistanceByMonth;
    expect(rows).toHaveLength(8);
    expect(rows.every(({ region }) => region.code === region.firstAdministrativeLevel)).toBe(true);
    const cells = rows.flatMap(({ consultations, genderBasedViolencePatients: patients }) => [consultations, patients]);
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['VALUE', 'SUPPRESSED']));
    for (const { value, state } of cells) expect(state === 'SUPPRESSED' ? value === null : value >= 10).toBe(true);
  });

  it('needs of violence, torture, illness and protection are of regions; no need has a station and a region to subtract', async () => {
    const { body } = await ask('protection.pan', 'PROTECTION', NEEDS);
    const { stationSpecificNeeds: stations, regionProtectedNeeds: regions } = body.data;
    expect(stations.length).toBeGreaterThan(0);
    expect(regions.every(({ region }: any) => region.code === region.firstAdministrativeLevel)).toBe(true);
    const groupsByStation = new Set(stations.map(({ code }: any) => code.slice(0, 2)));
    const groupsByRegion = new Set(regions.map(({ need }: any) => need));
    expect(groupsByRegion).toEqual(new Set(['SV', 'TR', 'SM', 'LP']));
    expect([...groupsByStation].filter((group) => groupsByRegion.has(group))).toEqual([]);
    for (const { persons } of [...stations, ...regions])
      expect(persons.state === 'SUPPRESSED' ? persons.value === null : persons.value >= 10).toBe(true);
  });

  it('referrals by station tell no sector, so nobody learns how many went to a doctor', async () => {
    const query = '{ referralCompletion(from: 2024, to: 2024) { sector } }';
    expect((await ask('officer.hum', 'PROTECTION', query)).status).toBe(400);
  });
});
