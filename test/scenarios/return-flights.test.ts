import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { type OpenFederation, openFederation, type Question } from '../federation/open-federation';

/** An analyst of the migration service asks about returns: questions 11 to 15, and what others get of them. */
describe('the analyst asks about returns from Panama', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.08 });
  });
  afterAll(() => federation.close());

  const ANALYST = { as: 'analyst.pan', purpose: 'STATISTICS' } as const;
  const INVESTIGATOR = {
    as: 'investigator.usa',
    purpose: 'ENFORCEMENT',
    headers: { 'x-case-reference': 'CASE-2026-02' },
  } as const;

  async function ask(number: string, asked: Omit<Question, 'query'> = ANALYST, variables: object = {}) {
    const question = readSavedQuestion(number);
    const { status, body } = await federation.ask({
      ...asked,
      query: question.query,
      variables: { ...question.variables, ...variables },
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return { data: body.data, notices: body.extensions.notices as any[] };
  }

  it('12: eleven flights, with legal category and funder where they are printed', async () => {
    const { data, notices } = await ask('12');
    expect(notices).toEqual([]);
    expect(data.returnFlights.map(({ persons }: any) => persons.value)).toEqual([
      28, 29, 30, 30, 28, 130, 43, 36, 133, 26, 81,
    ]);
    const funders = data.returnFlights.map(({ funder }: any) => funder);
    expect([funders[0], funders[1], funders[2]]).toEqual(['PANAMA', 'UNITED_STATES', 'UNKNOWN']);
    const november = data.returnFlights.find(({ date }: any) => date === '2024-11-18');
    expect(november.legs.map(({ nationality, persons }: any) => [nationality.nameEn, persons.value])).toEqual([
      ['India', 85],
      ['Vietnam', 48],
    ]);
    expect(november.byLegalCategory.map(({ count }: any) => count.value)).toEqual([132, 1, null]);
    expect(data.returnsByLegalCategory.map(({ count }: any) => [count.value, count.state])).toEqual([
      [1_627, 'VALUE'],
      [254, 'VALUE'],
      [null, 'NOT_PUBLISHED'],
    ]);
    expect(JSON.stringify(data)).not.toMatch(/"value":1881|convict|crimin/i);
  });

  it('13: no cost is known, and each says so', async () => {
    const { data } = await ask('13');
    expect(
      data.returnCostsByFlightType.map(({ flightType, costPerPerson }: any) => [flightType, costPerPerson.state]),
    ).toEqual([
      ['CHARTER', 'UNKNOWN'],
      ['COMMERCIAL', 'UNKNOWN'],
    ]);
    expect(data.returnCostsByFlightType.map(({ costPerPerson }: any) => costPerPerson.amount)).toEqual([null, null]);
  });

  it('14: three figures of three sources in May 2025, with signed differences and no merged one', async () => {
    const { data } = await ask('14');
    const may = data.returnTotalConflicts.find(({ from }: any) => from === '2025-05');
    expect(
      may.differences.map(({ first, second, firstMinusSecond }: any) => [
        first.count.value,
        second.count.value,
        firstMinusSecond,
      ]),
    ).toEqual([
      [1_696, 1_729, -33],
      [1_696, 1_969, -273],
      [1_729, 1_969, -240],
    ]);
    expect(
      new Set(may.differences.flatMap(({ first, second }: any) => [first, second].map((total) => total.count.source)))
        .size,
    ).toBe(3);
    expect(JSON.stringify(data)).not.toMatch(new RegExp(String(Math.round((1_696 + 1_729 + 1_969) / 3))));
  });

  it('11: two subgraphs meet in a nationality; what is not published by month says so', async () => {
    const { data } = await ask('11');
    const byCode = Object.fromEntries(data.nationalitiesReturnedByPanama.map((row: any) => [row.code, row]));
    expect(Object.keys(byCode)).toEqual(['COL', 'ECU', 'IND', 'NIC', 'VEN', 'VNM']);
    expect([byCode.COL.returnsByPanama.persons.value, byCode.IND.returnsByPanama.persons.value]).toEqual([1_065, 215]);
    expect(byCode.ECU.darienCrossingsByMonth.map(({ month, count }: any) => [month, count.value, count.state])).toEqual(
      [
        ['2024-05', null, 'NOT_PUBLISHED'],
        ['2024-06', null, 'NOT_PUBLISHED'],
        ['2024-07', null, 'NOT_PUBLISHED'],
      ],
    );
    expect(byCode.COL.returnsByPanama.personsByMonth.state).toBe('NOT_PUBLISHED');
    expect(byCode.COL.darienCrossings.latestYearToDate).toMatchObject({ value: 17_456, coverageTo: '2024-12-24' });
    expect(byCode.VNM.darienCrossings.latestYearToDate).toBeNull();
  });

  it('11, of months that are held: crossings by that nationality', async () => {
    const { data } = await ask('11', ANALYST, { firstMonth: '2022-06', lastMonth: '2022-07', year: 2022 });
    const venezuela = data.nationalitiesReturnedByPanama.find(({ code }: any) => code === 'VEN');
    expect(venezuela.darienCrossingsByMonth.map(({ count }: any) => count.value)).toEqual([11_359, 17_066]);
  });

  it('15: SYNTHETIC in every row, and no figure of fewer than ten people', async () => {
    const { data, notices } = await ask('15');
    expect(notices).toEqual([]);
    const cells = data.returnRecrossings.flatMap(({ returned, crossedAgain }: any) => [returned, crossedAgain]);
    for (const { dataset, value, state } of cells) {
      expect(dataset).toMatch(/^SYNTHETIC/);
      if (state === 'VALUE') expect(value).toBeGreaterThanOrEqual(10);
      else expect([value, state]).toEqual([null, 'SUPPRESSED']);
    }
    expect(new Set(cells.map(({ state }: any) => state))).toEqual(new Set(['VALUE', 'SUPPRESSED']));
  });

  it('15, asked by an analyst of Colombia: the same cells rounded, with a notice', async () => {
    const exact = (await ask('15')).data.returnRecrossings;
    const { data, notices } = await ask('15', { as: 'analyst.col', purpose: 'STATISTICS' });
    const ofColombia = (rows: any[]) => rows.find(({ nationality }) => nationality.code === 'COL').crossedAgain;
    expect(ofColombia(data.returnRecrossings).value).toBe(Math.round(ofColombia(exact).value / 5) * 5);
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'LOWERED', coordinate: 'ReturnRecrossing.crossedAgain' }),
    );
  });

  it('15, asked by an investigator: nothing, with a notice; what is published stays published', async () => {
    const { data, notices } = await ask('15', INVESTIGATOR);
    expect(data.returnRecrossings).toBeNull();
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'WITHHELD', coordinate: 'Query.returnRecrossings' }),
    );
    for (const number of ['11', '12', '13', '14']) {
      const published = await ask(number, INVESTIGATOR);
      expect([number, published.notices]).toEqual([number, []]);
      expect(published.data).toEqual((await ask(number)).data);
    }
  });
});
