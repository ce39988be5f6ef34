import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSafeMobility } from './index';
import { publishedApplications, publishedDecisions } from './published-asylum';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(usaSafeMobility, 1);
});
afterAll(() => domain.close());

const APPLICATIONS = /* GraphQL */ `
  query Applications($from: Int!, $to: Int!, $origins: [ID!]) {
    usaAsylumApplications(from: $from, to: $to, origins: $origins) {
      year origin originNameEn originNameEs
      newApplications { value state unit note source countingParty }
      byAuthority { authority type count { value state unit source countingParty note } }
    }
  }
`;
const DECISIONS = /* GraphQL */ `
  query Decisions($from: Int!, $to: Int!, $origins: [ID!]) {
    usaAsylumDecisions(from: $from, to: $to, origins: $origins) {
      year origin authority
      recognized { value state unit } otherProtection { value state } rejected { value state } closed { value state }
      total { value state }
    }
  }
`;

async function applications(from: number, to: number, origins?: string[]): Promise<any[]> {
  const { data, errors } = await domain.ask(APPLICATIONS, { from, to, ...(origins && { origins }) });
  expect(errors).toBeUndefined();
  return data?.usaAsylumApplications;
}
async function decisions(from: number, to: number, origins?: string[]): Promise<any[]> {
  const { data, errors } = await domain.ask(DECISIONS, { from, to, ...(origins && { origins }) });
  expect(errors).toBeUndefined();
  return data?.usaAsylumDecisions;
}

describe('usaAsylumApplications', () => {
  it('adds both authorities where both are printed in persons, and says so', async () => {
    const rows = await applications(2023, 2024, ['COL']);
    expect(rows.map(({ newApplications }) => newApplications.value)).toEqual([128_129, 79_303]);
    expect(rows[0].newApplications.note).toContain('Derived: USCIS 74507 + EOIR 53622');
    expect(rows[0].byAuthority.map((cell: any) => [cell.authority, cell.type, cell.count.value])).toEqual([
      ['USCIS', 'NEW', 74_507],
      ['EOIR', 'NEW', 53_622],
      ['ADMINISTRATIVE_REVIEW', 'APPEAL', 1_395],
    ]);
  });

  it('credits UNHCR with every printed cell', async () => {
    for (const row of await applications(2019, 2024, ['COL', 'PAN', 'VEN']))
      for (const { count } of row.byAuthority)
        if (count.state === 'VALUE') expect(count.source).toMatch(/^UNHCR Refugee Data Finder.*CC BY 4\.0$/);
  });

  it('adds no cases to persons, and nothing to a cell that is not printed', async () => {
    const [cases] = await applications(2020, 2020, ['COL']);
    expect(cases.newApplications).toMatchObject({ value: null, state: 'NOT_APPLICABLE' });
    const [half] = await applications(2025, 2025, ['COL']);
    expect(half.newApplications).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
    expect(half.byAuthority.map((cell: any) => [cell.authority, cell.count.value, cell.count.state])).toEqual([
      ['USCIS', null, 'NOT_PUBLISHED'],
      ['EOIR', 50_868, 'VALUE'],
    ]);
  });

  it('keeps EOIR of 2010 to 2012 as the appeals that UNHCR prints', async () => {
    const [row] = await applications(2011, 2011, ['COL']);
    expect(row.newApplications.state).toBe('NOT_PUBLISHED');
    expect(row.byAuthority.map((cell: any) => [cell.authority, cell.type, cell.count.unit])).toEqual([
      ['USCIS', 'NEW', 'CASES'],
      ['EOIR', 'NEW', 'PERSONS'],
      ['EOIR', 'APPEAL', 'PERSONS'],
    ]);
  });

  it('has all nationalities of a year, people of unknown nationality among them, and never a 1 to 4', async () => {
    const rows = await applications(2023, 2023);
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.find(({ origin }) => origin === 'UNK')).toMatchObject({ originNameEs: 'Desconocido' });
    expect((await applications(2010, 2010, ['XXA']))[0].originNameEs).toBe('Personas apátridas');
    const values = rows.flatMap(({ byAuthority }) => byAuthority.map(({ count }: any) => count.value ?? 5));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(5);
  });

  it('has a row for a nationality that is not printed, and none for what is no code', async () => {
    const rows = await applications(2023, 2023, ['MCO', 'not a code', 'MCO']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ origin: 'MCO', newApplications: { value: null, state: 'NOT_PUBLISHED' } });
  });

  it.each([
    [2024, 2023],
    [1990, 2020],
    [1850, 1851],
  ])('refuses the years %i to %i', async (from, to) => {
    const { errors } = await domain.ask(APPLICATIONS, { from, to, origins: ['COL'] });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_INPUT');
  });
});

describe('usaAsylumDecisions', () => {
  it('are as printed where every outcome is', async () => {
    const rows = await decisions(2023, 2023, ['COL']);
    expect(
      rows.map((row) => [row.authority, row.recognized.value, row.rejected.value, row.closed.value, row.total.value]),
    ).toEqual([
      ['ADMINISTRATIVE_REVIEW', 125, 173, 823, 1_121],
      ['EOIR', 956, 2_607, 1_935, 5_498],
      ['USCIS', 142, 569, 3_799, 4_510],
    ]);
    for (const row of rows) expect(row.otherProtection).toEqual({ value: null, state: 'NOT_APPLICABLE' });
  });

  it('show no zero, and no total from which one could be told', async () => {
    const rows = await decisions(2010, 2025);
    const outcomes = ['recognized', 'otherProtection', 'rejected', 'closed'];
    const suppressed = rows.filter((row) => outcomes.some((outcome) => row[outcome].state === 'SUPPRESSED'));
    expect(suppressed.length).toBeGreaterThan(1_000);
    for (const { total } of suppressed) expect(total).toEqual({ value: null, state: 'SUPPRESSED' });
    const printed = rows.flatMap((row) => [...outcomes, 'total'].map((field) => row[field]));
    expect(printed.filter(({ state, value }) => state === 'ZERO' || (value !== null && value < 5))).toEqual([]);
  });

  it('count other protection only where the authority reported any in the year', async () => {
    const china = (await decisions(2014, 2014, ['CHN'])).find(({ authority }) => authority === 'EOIR');
    expect(china.otherProtection.value).toBe(370);
    const others = (await decisions(2014, 2014)).filter(({ authority }) => authority === 'EOIR');
    expect(new Set(others.map(({ otherProtection }) => otherProtection.state))).toEqual(
      new Set(['VALUE', 'SUPPRESSED', 'NOT_PUBLISHED']),
    );
  });

  it('are not published where UNHCR prints nothing', async () => {
    const rows = await decisions(2009, 2009, ['VEN']);
    expect(rows.map(({ authority, total }) => [authority, total.state])).toEqual([
      ['USCIS', 'NOT_PUBLISHED'],
      ['EOIR', 'NOT_PUBLISHED'],
    ]);
  });
});

describe("UNHCR's files", () => {
  it('are read whole', () => {
    expect(publishedApplications()).toHaveLength(5_163);
    expect(publishedDecisions()).toHaveLength(4_800);
  });

  it('are refused when a cell is 1 to 4, or printed twice', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-unhcr-'));
    const file = path.join(directory, 'applications.csv');
    const header = 'year,coa_iso,coo_iso,coo_name,procedure_type,app_type,dec_level,app_pc,applied';
    await writeFile(file, `${header}\n2023,USA,PAN,Panama,G,N,EO,P,5\n`);
    expect(publishedApplications(file)).toHaveLength(1);
    await writeFile(file, `${header}\n2023,USA,PAN,Panama,G,N,EO,P,3\n`);
    expect(() => publishedApplications(file)).toThrow('UNHCR prints no 1 to 4');
    await writeFile(file, `${header}\n${'2023,USA,PAN,Panama,G,N,EO,P,5\n'.repeat(2)}`);
    expect(() => publishedApplications(file)).toThrow('prints a cell twice');
    await rm(directory, { recursive: true, force: true });
  });
});
