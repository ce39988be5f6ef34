import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { type OpenFederation, openFederation } from '../federation/open-federation';

/** The saved questions of assistance and protection, asked by who needs them, and by somebody who may not. */
describe('questions of assistance and protection', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  async function ask(number: string, as?: string, purpose?: string) {
    const { query, variables, ...saved } = readSavedQuestion(number);
    const asker = { as: as ?? (saved.askedBy as string), purpose: (purpose ?? saved.purpose) as never };
    const headers = { 'x-case-reference': 'CASE-1' };
    const { status, body } = await federation.ask({ ...asker, query, variables, headers });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }
  const withheld = (body: any): string[] =>
    body.extensions.notices.filter(({ code }: any) => code === 'WITHHELD').map(({ path }: any) => path);

  it('03: children by quarter and band, each counting party for itself', async () => {
    const { data } = await ask('03');
    const rows: any[] = data.unaccompaniedChildrenByQuarter;
    expect(rows).toHaveLength(2 * 4 * 2);
    const published = rows.filter(({ count }) => count.state === 'VALUE');
    expect(published.map(({ quarter, count }) => [quarter, count.value, count.countingParty])).toEqual([
      ['2023-Q1', 543, 'UNICEF Panama'],
      ['2024-Q1', 1216, 'UNICEF Panama'],
    ]);
    const absent = rows.filter(({ count }) => count.state !== 'VALUE');
    expect(new Set(absent.map(({ count }) => `${count.state} ${count.value}`))).toEqual(
      new Set(['NOT_PUBLISHED null']),
    );
    expect(
      published[1].bands.map(({ ageBand, sharePercent, count }: any) => [ageBand, sharePercent, count.state]),
    ).toEqual([
      ['0-5', 11, 'NOT_PUBLISHED'],
      ['6-12', 25, 'NOT_PUBLISHED'],
      ['13-17', 62, 'NOT_PUBLISHED'],
    ]);
    const figures: any[] = data.unaccompaniedChildrenFigures;
    expect(figures.map(({ period, count }) => [period, count.value, count.countingParty])).toEqual([
      ['2024-01..11', 4476, 'UNICEF Panama'],
      ['2024-01..08', 133, 'PAN: SNM'],
    ]);
    expect(new Set(figures.map(({ count }) => count.definition)).size).toBe(2);
    expect(JSON.stringify(data)).not.toMatch(/4343|4609/);
  });

  it('03 is published, so an analyst of another country gets it too', async () => {
    const body = await ask('03', 'analyst.usa', 'STATISTICS');
    expect(body.data.unaccompaniedChildrenFigures).toHaveLength(2);
    expect(withheld(body)).toEqual([]);
  });

  it('05: every week of every station is a row that says that nothing is published', async () => {
    const { data } = await ask('05');
    expect(data.receptionStations).toHaveLength(6);
    for (const { weeks } of data.receptionStations) {
      expect(weeks).toHaveLength(9);
      for (const { arrivals } of weeks) expect(arrivals).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
    }
  });

  it('26: what MSF published, exactly; months of which nothing is published say so', async () => {
    const { data } = await ask('26');
    expect(
      data.humanitarianAssistanceByMonth.map(({ month, consultations, sexualViolencePatients: patients }: any) => [
        month,
        consultations.state,
        patients.value,
        patients.state,
      ]),
    ).toEqual([
      ['2023-11', 'NOT_PUBLISHED', null, 'NOT_PUBLISHED'],
      ['2023-12', 'NOT_PUBLISHED', 214, 'VALUE'],
      ['2024-01', 'NOT_PUBLISHED', 120, 'VALUE'],
      ['2024-02', 'NOT_PUBLISHED', null, 'NOT_PUBLISHED'],
      ['2024-03', 'NOT_PUBLISHED', null, 'NOT_PUBLISHED'],
    ]);
    expect(
      data.humanitarianAssistanceFigures.map(({ period, measure, count }: any) => [period, measure, count.value]),
    ).toEqual([
      ['2023', 'SEXUAL_VIOLENCE_PATIENTS', 676],
      ['2023-12', 'SEXUAL_VIOLENCE_PATIENTS', 214],
      ['2024-01', 'SEXUAL_VIOLENCE_PATIENTS', 120],
      ['2024-01..02', 'SEXUAL_VIOLENCE_PATIENTS', 328],
      ['2023', 'CONSULTATIONS', 59800],
      ['2023', 'CONSULTATIONS_UNDER_15', 21000],
      ['2023', 'CONSULTATIONS_PREGNANT', 1000],
      ['2023', 'MENTAL_HEALTH_CONSULTATIONS', null],
    ]);
    const { humanitarianAssistanceByMonth: months, humanitarianAssistanceFigures: figures } = data;
    expect(JSON.stringify([months, figures])).not.toMatch(/SYNTHETIC|"value":208/);
    expect(data.syntheticAssistanceByMonth.length).toBeGreaterThan(0);
    for (const row of data.syntheticAssistanceByMonth)
      for (const { dataset } of [row, row.consultations, row.genderBasedViolencePatients])
        expect(dataset).toMatch(/^SYNTHETIC/);
  });

  it('26: who investigates gets what is published, and of the rest a notice', async () => {
    const body = await ask('26', 'investigator.pan', 'ENFORCEMENT');
    expect(body.data.syntheticAssistanceByMonth).toBeNull();
    expect(body.data.humanitarianAssistanceByMonth[1].sexualViolencePatients.value).toBe(214);
    expect(withheld(body)).toContain('syntheticAssistanceByMonth.@');
  });

  it('27: needs by station and completion of referrals, each row of one contributor', async () => {
    const { data } = await ask('27');
    const rows = [...data.stationSpecificNeeds, ...data.regionProtectedNeeds, ...data.referralCompletion];
    expect(data.stationSpecificNeeds).toHaveLength(2 * 2 * 3 * 8);
    expect(data.regionProtectedNeeds).toHaveLength(2 * 2 * 2 * 4);
    expect(data.referralCompletion).toHaveLength(2 * 2 * 3);
    expect(new Set(rows.map(({ contributedBy }) => contributedBy))).toEqual(new Set(['HUM', 'PAN']));
    expect(rows.every(({ dataset }) => /^SYNTHETIC/.test(dataset))).toBe(true);
    expect(data.stationSpecificNeeds.every(({ code }: any) => !/^(SV|TR|SM|LP)/.test(code))).toBe(true);
    const shown = data.referralCompletion.filter(({ completed }: any) => completed.state === 'VALUE');
    expect(shown.length).toBeGreaterThan(0);
    for (const { referred, completed } of shown) {
      expect(completed.value).toBeGreaterThanOrEqual(10);
      expect(referred.value - completed.value).toBeGreaterThanOrEqual(10);
    }
  });

  it('27: an analyst gets nothing of it, and a notice for each part', async () => {
    const body = await ask('27', 'analyst.pan', 'STATISTICS');
    expect(body.data).toEqual({ stationSpecificNeeds: null, regionProtectedNeeds: null, referralCompletion: null });
    expect(withheld(body)).toEqual(
      expect.arrayContaining(['stationSpecificNeeds.@', 'regionProtectedNeeds.@', 'referralCompletion.@']),
    );
  });
});
