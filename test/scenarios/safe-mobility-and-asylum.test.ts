import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

/** The Safe Mobility Offices, encounters and asylum as tables: asked by who needs them, and by who may not. */
describe('safe mobility, encounters and asylum', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  async function ask(number: string, as?: string, purpose?: any): Promise<HttpAnswer['body']> {
    const question = readSavedQuestion(number);
    const { status, body } = await federation.ask({
      as: as ?? (question.askedBy as string),
      purpose: purpose ?? question.purpose,
      query: question.query,
      variables: question.variables,
      headers: purpose === 'ENFORCEMENT' ? { 'x-case-reference': 'EXAMPLE-16' } : {},
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }
  const withheld = (body: HttpAnswer['body']): Array<[string, string | undefined]> =>
    body.extensions.notices
      .filter(({ code }: any) => code === 'WITHHELD')
      .map(({ coordinate, rule }: any) => [coordinate, rule]);

  describe('16: Safe Mobility by office', () => {
    it('gives the analyst of Colombia every figure as printed, and says what is not published', async () => {
      const { data } = await ask('16');
      const offices = Object.fromEntries(data.safeMobilityOffices.map((office: any) => [office.country, office]));
      expect(Object.keys(offices)).toEqual(['COL', 'CRI', 'ECU', 'GTM']);
      const stages = (country: string) =>
        offices[country].figures.map(({ stage, count }: any) => [stage, count.value ?? count.state, count.asOf]);
      expect(stages('COL')).toEqual([
        ['REGISTERED', 29_000, '2023-09'],
        ['REGISTERED', 43_600, '2023-10-17'],
        ['REFERRED', 1_150, '2023-10-17'],
        ['ARRIVED', 'NOT_PUBLISHED', null],
      ]);
      const all = data.safeMobilityFigures.filter(({ office, count }: any) => office === null && count.asOf === '2024');
      expect(all.map(({ stage, precision, count }: any) => [stage, precision, count.value])).toEqual([
        ['REGISTERED', 'MORE_THAN', 172_600],
        ['REFERRED', 'MORE_THAN', 27_400],
        ['ARRIVED', 'MORE_THAN', 7_600],
      ]);
      for (const office of Object.values<any>(offices))
        expect(new Set(office.figuresByNationality.map(({ count }: any) => count.state))).toEqual(
          new Set(['NOT_PUBLISHED']),
        );
      expect(data.safeMobilityConflicts[0].officesMinusStated).toBe(29_650);
    });

    it('gives an investigator the offices, which are public, and no figure of referrals', async () => {
      const body = await ask('16', 'investigator.col', 'ENFORCEMENT');
      expect(body.data.safeMobilityOffices).toHaveLength(4);
      expect(body.data.safeMobilityOffices[0]).toMatchObject({ country: 'COL', figures: null, closed: '2025' });
      expect([body.data.safeMobilityFigures, body.data.safeMobilityConflicts]).toEqual([null, null]);
      expect(withheld(body).map(([coordinate]) => coordinate)).toEqual(
        expect.arrayContaining(['Query.safeMobilityFigures', 'SafeMobilityOffice.figures']),
      );
    });
  });

  describe('17: crossings around the cut-off', () => {
    it('has eligibility of one party and months of another, and says where nationality by month ends', async () => {
      const { data } = await ask('17');
      const [{ eligibility }] = data.safeMobilityOffices;
      expect(eligibility.map(({ nationality, presentBy }: any) => [nationality.code, presentBy])).toEqual([
        ['CUB', '2023-06-11'],
        ['HTI', '2023-06-11'],
        ['VEN', '2023-06-11'],
      ]);
      const month = (name: string) => data.darienCrossingsByMonth.find((row: any) => row.month === name);
      expect(['2023-05', '2023-06', '2023-07'].map((name) => month(name).count.value)).toEqual([
        38_962, 29_722, 55_387,
      ]);
      const group = (name: string, wanted: string) =>
        month(name).byNationality.find(({ publishedGroup }: any) => publishedGroup === wanted).count;
      expect(group('2023-06', 'VEN').value).toBeGreaterThan(0);
      for (const [name, wanted] of [
        ['2023-07', 'VEN'],
        ['2022-08', 'CUB'],
        ['2023-05', 'HTI+BRA+CHL'],
      ] as const)
        expect(group(name, wanted)).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
      expect(group('2022-07', 'CUB').value).toBeGreaterThan(0);
    });
  });

  describe('18: encounters beside earlier crossings', () => {
    it('sets totals side by side, each with its lag and its counting party', async () => {
      const { data } = await ask('18');
      const row = data.usaEncountersByMonth.find(({ month }: any) => month === '2022-03');
      expect(row.encounters).toMatchObject({ value: 136_827, unit: 'ENCOUNTERS' });
      expect(row.newCourtCases).toMatchObject({ value: 88_866, unit: 'CASES' });
      expect(
        row.earlierDarienFlow.map(({ monthsEarlier, period }: any) => [
          monthsEarlier,
          period.period,
          period.registeredEntries.value,
          period.registeredEntries.countingParty,
        ]),
      ).toEqual([
        [1, '2022-02', 4_262, 'PAN: SNM'],
        [2, '2022-01', 4_702, 'PAN: SNM'],
        [3, '2021-12', 4_194, 'PAN: SNM'],
      ]);
    });

    it('has no nationality and no Title 42, and months after the file are rows without data', async () => {
      const { data } = await ask('18');
      expect(data.usaEncountersByMonth).toHaveLength(16);
      for (const row of data.usaEncountersByMonth)
        expect([row.encountersOfOneNationality.state, row.title42Expulsions.state]).toEqual([
          'NOT_PUBLISHED',
          'NOT_PUBLISHED',
        ]);
      const last = data.usaEncountersByMonth.at(-1);
      expect([last.month, last.encounters.state, last.newCourtCases.state]).toEqual([
        '2023-01',
        'NOT_PUBLISHED',
        'NOT_PUBLISHED',
      ]);
    });

    it('is public: everybody who states a purpose gets the same', async () => {
      const own = await ask('18');
      expect((await ask('18', 'investigator.pan', 'ENFORCEMENT')).data).toEqual(own.data);
      const { status } = await federation.ask({ as: 'analyst.usa', query: readSavedQuestion('18').query });
      expect(status).toBe(400);
    });
  });

  describe('19: asylum as a table', () => {
    it.each(['analyst.usa', 'analyst.pan', 'analyst.col', 'dashboard.pan'])(
      'gives %s the published table',
      async (as) => {
        const { data } = await ask('19', as);
        const of = (origin: string, year: number) =>
          data.usaAsylumApplications.find((row: any) => row.origin === origin && row.year === year).newApplications;
        expect([of('COL', 2023).value, of('COL', 2024).value, of('VEN', 2023).value]).toEqual([
          128_129, 79_303, 185_344,
        ]);
        expect(of('COL', 2025)).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
        expect(data.usaAsylumApplications).toHaveLength(12 * 4);
        const eoir = data.usaAsylumDecisions.find(
          ({ origin, year, authority }: any) => origin === 'COL' && year === 2023 && authority === 'EOIR',
        );
        expect([eoir.recognized.value, eoir.total.value]).toEqual([956, 5_498]);
      },
    );

    it.each([
      ['investigator.col', 'ENFORCEMENT'],
      ['investigator.usa', 'ENFORCEMENT'],
      ['analyst.col', 'MIGRATION_MANAGEMENT'],
      ['protection.pan', 'PROTECTION'],
    ])('gives %s for %s nothing but the notices', async (as, purpose) => {
      const body = await ask('19', as, purpose);
      expect(body.data).toEqual({ usaAsylumApplications: null, usaAsylumDecisions: null });
      expect(withheld(body).map(([coordinate]) => coordinate)).toEqual(
        expect.arrayContaining(['Query.usaAsylumApplications', 'Query.usaAsylumDecisions']),
      );
    });
  });
});
