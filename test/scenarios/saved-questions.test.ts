import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type OpenFederation, openFederation } from '../federation/open-federation';

const QUESTIONS = path.join(__dirname, '..', 'questions');

/** The saved questions, asked as the analyst of Panama who needs them: every published number comes out. */
describe('saved questions', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  async function ask(id: string): Promise<any> {
    const query = readFileSync(path.join(QUESTIONS, `${id}.graphql`), 'utf8');
    const { variables } = parse(readFileSync(path.join(QUESTIONS, `${id}.yaml`), 'utf8'));
    const { status, body } = await federation.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query, variables });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data;
  }

  /** Every object of an answer that has the key, wherever it stands. */
  function having(key: string, value: any): any[] {
    if (Array.isArray(value)) return value.flatMap((item) => having(key, item));
    if (value === null || typeof value !== 'object') return [];
    return [...(key in value ? [value] : []), ...Object.values(value).flatMap((item) => having(key, item))];
  }

  it('01: crossings by year, and by month and nationality with their revisions', async () => {
    const data = await ask('01');
    const years = having('year', data).map(({ year, count }) => [year, count.value]);
    expect(years).toEqual([
      [2021, 133_726],
      [2022, 248_284],
      [2023, 520_085],
      [2024, 302_203],
    ]);
    const months = having('throughMonth', data);
    const month = (name: string) => months.find((row) => row.month === name);
    const july = month('2022-07').byNationality;
    expect(july.reduce((sum: number, row: any) => sum + (row.count.value ?? 0), 0)).toBe(22_822);
    const august = month('2022-08').byNationality;
    expect(august.length).toBeGreaterThan(5);
    expect(
      new Set(august.filter((row: any) => row.publishedGroup !== 'VEN').map((row: any) => row.count.state)),
    ).toEqual(new Set(['NOT_PUBLISHED']));
    expect(month('2024-03').revisions.map(({ value, status }: any) => [value, status])).toEqual([
      [35_903, 'PROVISIONAL'],
      [36_841, 'REVISED'],
    ]);
    expect(month('2024-03').count.value).toBe(36_841);
  });

  it('06: two counts of one flow side by side, with a signed difference and never a sum', async () => {
    const data = await ask('06');
    const year = having('reconciliation', data).find(({ period }) => period === '2023');
    const { second, difference, knownReasons, revisionsOfSecond } = year.reconciliation;
    expect(second).toMatchObject({ value: 520_085, countingParty: 'PAN: SNM', unit: 'REGISTERED_ENTRIES' });
    expect(difference).toEqual({ value: 19_874, state: 'VALUE' });
    expect(knownReasons).toHaveLength(4);
    expect(revisionsOfSecond.map(({ value }: any) => value)).toEqual([520_085]);
    expect(year.departures.map((row: any) => row.count.value)).toContain(539_959);
    expect(JSON.stringify(data)).not.toContain(String(539_959 + 520_085));
  });

  it('07: each nationality over three subgraphs; permits apply to Venezuelans alone', async () => {
    const data = await ask('07');
    const byCode = Object.fromEntries(having('temporaryProtectionPermits', data).map((row) => [row.code, row]));
    expect(byCode.VEN.darienCrossings.count.value).toBe(150_327);
    expect(byCode.VEN.temporaryProtectionPermits.permitsDelivered.value).toBe(1_890_185);
    expect(byCode.ECU.temporaryProtectionPermits.permitsDelivered).toMatchObject({
      value: null,
      state: 'NOT_APPLICABLE',
    });
    expect(byCode.HTI.darienCrossings.count.state).toBe('NOT_PUBLISHED');
    for (const row of Object.values<any>(byCode))
      expect(row.usaSmugglingCaseFigures.casesWithIdentifiedVictims.dataset).toMatch(/^SYNTHETIC/);
  });

  it('09: Venezuelans by department, sex and age band: 32 rows, and what is not in them', async () => {
    const data = await ask('09');
    const [table] = having('notIncluded', data);
    expect(table.rows).toHaveLength(32);
    expect(table.rows.reduce((sum: number, row: any) => sum + row.total.value, 0)).toBe(2_810_778);
    expect(table.total.value).toBe(2_810_778);
    expect(table.notIncluded.map(({ value }: any) => value).sort()).toEqual([1_097, 16_320].sort());
  });
});
