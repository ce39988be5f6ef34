import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSafeMobility } from './index';
import { printedNumber } from './published-safe-mobility';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(usaSafeMobility, 1);
});
afterAll(() => domain.close());

const FIGURE =
  'stage office nationality { code } pathway destination precision count { value state unit asOf countingParty definition note source }';

async function ask(query: string): Promise<any> {
  const { data, errors } = await domain.ask(query);
  expect(errors).toBeUndefined();
  return data;
}

describe('safeMobilityOffices', () => {
  it('are four, opened in 2023, none of them active since 2025', async () => {
    const { safeMobilityOffices } = await ask(
      '{ safeMobilityOffices { country countryNameEs status opened closed closedSource } }',
    );
    expect(safeMobilityOffices.map((row: any) => [row.country, row.opened, row.closed, row.status])).toEqual([
      ['COL', '2023-06', '2025', 'NO_LONGER_ACTIVE'],
      ['CRI', '2023-06', '2025', 'NO_LONGER_ACTIVE'],
      ['ECU', '2023-10', '2025', 'NO_LONGER_ACTIVE'],
      ['GTM', '2023-06', '2025', 'NO_LONGER_ACTIVE'],
    ]);
    expect(safeMobilityOffices[0]).toMatchObject({
      countryNameEs: 'Colombia',
      closedSource: 'https://movilidadsegura.org/en/',
    });
  });

  it('took these nationalities, present by these days; of Guatemala no day is stated', async () => {
    const { safeMobilityOffices } = await ask(
      '{ safeMobilityOffices { country eligibility { presentBy nationality { code } } } }',
    );
    const taken = safeMobilityOffices.map(({ country, eligibility }: any) => [
      country,
      eligibility.map(({ nationality }: any) => nationality.code).join(),
      [...new Set(eligibility.map(({ presentBy }: any) => presentBy))],
    ]);
    expect(taken).toEqual([
      ['COL', 'CUB,HTI,VEN', ['2023-06-11']],
      ['CRI', 'NIC,VEN', ['2023-06-12']],
      ['ECU', 'COL,CUB,HTI,NIC,VEN', ['2023-10-18']],
      ['GTM', 'GTM', [null]],
    ]);
  });

  it('have the figures that are printed of each, and a row where none is', async () => {
    const { safeMobilityOffices } = await ask(`{ safeMobilityOffices { figures { ${FIGURE} } } }`);
    const course = safeMobilityOffices.map(({ figures }: any) =>
      figures.map(({ stage, count }: any) => [stage, count.value ?? count.state]),
    );
    expect(course).toEqual([
      [
        ['REGISTERED', 29_000],
        ['REGISTERED', 43_600],
        ['REFERRED', 1_150],
        ['ARRIVED', 'NOT_PUBLISHED'],
      ],
      [
        ['REGISTERED', 32_000],
        ['REFERRED', 1_250],
        ['REFERRED', 281],
        ['ARRIVED', 'NOT_PUBLISHED'],
      ],
      [
        ['REGISTERED', 'NOT_PUBLISHED'],
        ['REFERRED', 'NOT_PUBLISHED'],
        ['ARRIVED', 'NOT_PUBLISHED'],
      ],
      [
        ['REGISTERED', 14_050],
        ['REFERRED', 2_400],
        ['ARRIVED', 'NOT_PUBLISHED'],
      ],
    ]);
  });

  it('say of every nationality that nothing is published, even where an office took one only', async () => {
    const { safeMobilityOffices } = await ask(`{ safeMobilityOffices { figuresByNationality { ${FIGURE} } } }`);
    const rows = safeMobilityOffices.flatMap((office: any) => office.figuresByNationality);
    expect(rows).toHaveLength((3 + 2 + 5 + 1) * 3);
    for (const { nationality, count } of rows) {
      expect(nationality.code).toMatch(/^[A-Z]{3}$/);
      expect([count.value, count.state]).toEqual([null, 'NOT_PUBLISHED']);
    }
  });

  it('leave out a country without an office', async () => {
    expect(await ask('{ safeMobilityOffices(countries: ["PAN", "ECU"]) { country } }')).toEqual({
      safeMobilityOffices: [{ country: 'ECU' }],
    });
  });
});

describe('safeMobilityFigures', () => {
  it('are all that is printed, in its order, as exactly as it is printed', async () => {
    const { safeMobilityFigures } = await ask(`{ safeMobilityFigures { ${FIGURE} } }`);
    const printed = safeMobilityFigures.filter(({ count }: any) => count.state === 'VALUE');
    expect(printed.map((row: any) => [row.count.asOf, row.stage, row.office, row.precision, row.count.value])).toEqual([
      ['2023-09', 'REGISTERED', 'COL', 'ALMOST', 29_000],
      ['2023-10-17', 'REGISTERED', 'COL', 'AS_PRINTED', 43_600],
      ['2023-10-17', 'REGISTERED', 'CRI', 'AS_PRINTED', 32_000],
      ['2023-10-17', 'REGISTERED', 'GTM', 'AS_PRINTED', 14_050],
      ['2023-10-17', 'REFERRED', 'GTM', 'AS_PRINTED', 2_400],
      ['2023-10-17', 'REFERRED', 'COL', 'AS_PRINTED', 1_150],
      ['2023-10-17', 'REFERRED', 'CRI', 'AS_PRINTED', 1_250],
      ['2023-10-17', 'SCREENED_FOR_OTHER_PATHWAYS', null, 'AS_PRINTED', 7_850],
      ['2023-10-17', 'REFERRED', 'CRI', 'AS_PRINTED', 281],
      ['2024-01', 'REGISTERED', null, 'MORE_THAN', 107_000],
      ['2024-01', 'REFERRED', null, 'AS_PRINTED', 11_800],
      ['2024-01', 'ARRIVED', null, 'AS_PRINTED', 3_200],
      ['2024', 'REGISTERED', null, 'MORE_THAN', 172_600],
      ['2024', 'REFERRED', null, 'MORE_THAN', 27_400],
      ['2024', 'ARRIVED', null, 'MORE_THAN', 7_600],
    ]);
    expect(printed.at(-1).count.note).toContain('More than this number');
    expect(printed.at(-1).count.note).toContain('the article has no date');
  });

  it('name pathway and destination where the source does, and pathways without a figure', async () => {
    const { safeMobilityFigures } = await ask(`{ safeMobilityFigures { ${FIGURE} } }`);
    const by = (value: number) => safeMobilityFigures.find(({ count }: any) => count.value === value);
    expect(by(281)).toMatchObject({ pathway: 'RESETTLEMENT_ELSEWHERE', destination: 'ESP' });
    expect(by(27_400)).toMatchObject({ pathway: 'USRAP', destination: 'USA' });
    expect(by(3_200)).toMatchObject({ pathway: null, destination: null });
    const absent = safeMobilityFigures.filter(({ count }: any) => count.state === 'NOT_PUBLISHED');
    expect(absent.map((row: any) => [row.pathway, row.destination, row.precision])).toEqual([
      ['CHNV_PAROLE', 'USA', null],
      ['FAMILY_REUNIFICATION_PAROLE', 'USA', null],
      ['LABOUR', 'USA', null],
      ['RESETTLEMENT_ELSEWHERE', 'CAN', null],
    ]);
  });

  it('read no number that is not printed as one', () => {
    expect(printedNumber('172600+')).toEqual({ value: 172_600, precision: 'MORE_THAN', printed: '172600+' });
    for (const text of ['many', '', '1,200', '-5', '3.5']) expect(() => printedNumber(text)).toThrow('not a number');
  });
});

describe('safeMobilityConflicts', () => {
  it('set the total that an article states beside its own offices, with the signed difference', async () => {
    const { safeMobilityConflicts } = await ask(
      '{ safeMobilityConflicts { offices officesMinusStated reasons stated { value note } ofTheOffices { value note } } }',
    );
    expect(safeMobilityConflicts).toEqual([
      {
        offices: ['COL', 'CRI', 'GTM'],
        officesMinusStated: 29_650,
        reasons: [expect.any(String), expect.any(String), expect.any(String)],
        stated: { value: 60_000, note: 'More than this number, as the source prints it.' },
        ofTheOffices: { value: 89_650, note: 'Derived: COL 43600 + CRI 32000 + GTM 14050.' },
      },
    ]);
  });
});
