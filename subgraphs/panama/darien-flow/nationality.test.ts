import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedDomain } from '@pasarela/serve/domain/seed-domain';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { openStore } from '@pasarela/store/connect';
import { panamaDarienFlow } from './index';
import { publishedFigureModel } from './published-figure.model';
import { nationalityYears } from './read-nationality-crossings';

const QUERY = /* GraphQL */ `
  query Nationalities($codes: [ID!], $year: Int!) {
    nationalities(codes: $codes) {
      code
      nameEs
      darienCrossings(year: $year) {
        publishedGroup
        count { value state note }
        publishedGroupCount { value state }
        latestYearToDate { value coverageTo }
      }
    }
  }
`;

describe('Nationality', () => {
  let domain: OpenDomain;
  beforeAll(async () => {
    domain = await openDomain(panamaDarienFlow, 0.005);
  });
  afterAll(() => domain.close());

  const ask = async (codes: string[] | null, year: number): Promise<any[]> =>
    (await domain.ask(QUERY, { codes, year })).data?.nationalities;

  it('has its own published count', async () => {
    const [venezuela, ecuador] = await ask(['VEN', 'ECU'], 2022);
    expect(venezuela).toMatchObject({
      nameEs: 'Venezuela',
      darienCrossings: { publishedGroup: 'VEN', count: { value: 150327 }, publishedGroupCount: { value: 150327 } },
    });
    expect(ecuador.darienCrossings.count.value).toBe(29356);
  });

  it.each(['HTI', 'BRA', 'CHL'])("has, for %s in a merged group, no count of its own but the group's", async (code) => {
    const [{ darienCrossings }] = await ask([code], 2021);
    expect(darienCrossings).toMatchObject({
      publishedGroup: 'HTI+BRA+CHL',
      count: { value: null, state: 'NOT_PUBLISHED' },
      publishedGroupCount: { value: 101072 },
    });
    expect(darienCrossings.count.note).toContain('merges Haitians');
  });

  it('has its own full-year count where the snapshot of 2023 prints it', async () => {
    const [haiti, brazil] = await ask(['HTI', 'BRA'], 2023);
    expect(haiti.darienCrossings).toMatchObject({ publishedGroup: 'HTI', count: { value: 46422 } });
    expect(brazil.darienCrossings).toMatchObject({
      count: { state: 'NOT_PUBLISHED' },
      publishedGroupCount: { state: 'NOT_PUBLISHED' },
    });
  });

  it('says what was last printed of an unfinished year, with its coverage', async () => {
    const [{ darienCrossings }] = await ask(['VEN'], 2024);
    expect(darienCrossings).toMatchObject({
      count: { state: 'NOT_PUBLISHED' },
      latestYearToDate: { value: 209070, coverageTo: '2024-12-24' },
    });
  });

  it('is not published when no group names it', async () => {
    const [{ darienCrossings }] = await ask(['FRA'], 2022);
    expect(darienCrossings).toMatchObject({
      publishedGroup: null,
      count: { value: null, state: 'NOT_PUBLISHED' },
      latestYearToDate: null,
    });
  });

  it('has its counts by month, a row for each month whether or not anything is printed', async () => {
    const query = /* GraphQL */ `
      query Months($codes: [ID!], $from: YearMonth!, $to: YearMonth!) {
        nationalities(codes: $codes) {
          darienCrossingsByMonth(from: $from, to: $to) {
            month
            publishedGroup
            count { value state note }
            publishedGroupCount { value }
          }
        }
      }
    `;
    const months = async (code: string, from: string, to: string): Promise<any[]> =>
      (await domain.ask(query, { codes: [code], from, to })).data?.nationalities[0].darienCrossingsByMonth;
    expect((await months('VEN', '2022-06', '2022-08')).map(({ month, count }) => [month, count.value])).toEqual([
      ['2022-06', 11_359],
      ['2022-07', 17_066],
      ['2022-08', 23_632],
    ]);
    const [haiti] = await months('HTI', '2020-01', '2020-01');
    expect(haiti).toMatchObject({
      publishedGroup: 'HTI+BRA+CHL',
      count: { value: null, state: 'NOT_PUBLISHED', note: expect.stringContaining('merges Haitians') },
      publishedGroupCount: { value: 1_332 },
    });
    const [ecuador, france] = [await months('ECU', '2024-05', '2024-07'), await months('FRA', '2022-07', '2022-07')];
    expect(ecuador.map(({ count }) => count.state)).toEqual(Array(3).fill('NOT_PUBLISHED'));
    expect(france[0]).toMatchObject({ publishedGroup: null, count: { state: 'NOT_PUBLISHED' } });
    const { errors } = await domain.ask(query, { codes: ['VEN'], from: '2022-08', to: '2022-06' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('lists every country when no code is given, and leaves out codes that do not exist', async () => {
    expect((await ask(null, 2022)).length).toBeGreaterThan(240);
    expect((await ask(['VEN', 'XXX', 'VEN'], 2022)).map(({ code }) => code)).toEqual(['VEN']);
  });

  it('resolves from its key, and an unknown key is null', async () => {
    const { data } = await domain.ask(/* GraphQL */ `{
      _entities(representations: [{ __typename: "Nationality", code: "VEN" }, { __typename: "Nationality", code: "ve" }]) {
        ... on Nationality { nameEn darienCrossings(year: 2020) { count { value } } }
      }
    }`);
    expect(data?._entities).toEqual([{ nameEn: 'Venezuela', darienCrossings: { count: { value: 69 } } }, null]);
  });
});

describe('nationalityYears', () => {
  it('reads any number of nationalities and years in two queries', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-nationality-'));
    const { connection, close } = await openStore({ address: `embedded:${directory}`, database: 'nationality' });
    await seedDomain(panamaDarienFlow, { connection, scale: 0.005, progress: () => undefined });
    const find = jest.spyOn(publishedFigureModel(connection), 'find');
    const keys = ['VEN', 'ECU', 'HTI', 'CHN', 'FRA'].flatMap((code) =>
      ['2021', '2022', '2023'].map((year) => ({ code, year })),
    );
    const read = await nationalityYears(connection)(keys);
    expect(read.map((row) => row?.count.value)).toEqual([
      2819,
      150327,
      328650,
      387,
      29356,
      57250,
      null,
      null,
      46422,
      77,
      2005,
      25565,
      null,
      null,
      null,
    ]);
    expect(find).toHaveBeenCalledTimes(2);
    expect(nationalityYears(connection)).toBe(nationalityYears(connection));
    await close();
    await rm(directory, { recursive: true, force: true });
  });
});
