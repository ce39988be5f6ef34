import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';
import { publishedTotals } from './published-totals';
import { conflictsIn, pairsOf } from './total-conflicts';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaRepatriation, 0.002);
});
afterAll(() => domain.close());

async function ask(query: string): Promise<any> {
  const { data, errors } = await domain.ask(query);
  expect(errors).toBeUndefined();
  return data;
}

describe('the published totals', () => {
  it('are each a number that stands in the cell that was collected', () => {
    const totals = publishedTotals();
    expect(totals).toHaveLength(36);
    for (const { value, valuePrinted, asOfPrinted } of totals)
      if (value !== null) expect(`${asOfPrinted} ${valuePrinted}`).toMatch(new RegExp(`\\b${value}\\b`));
    expect(totals.filter(({ value }) => value === null).map(({ valuePrinted }) => valuePrinted)).toEqual([
      '1729 / "more than 40"',
    ]);
  });

  it('come with publisher, date and unit, by month', async () => {
    const { returnTotals } = await ask(
      '{ returnTotals(from: "2025-05", to: "2025-05") { asOf publisher flightType printed count { value state unit note } } }',
    );
    const persons = returnTotals.filter(({ count }: any) => count.unit === 'PERSONS');
    expect(persons.map(({ asOf, publisher, count }: any) => [asOf, publisher, count.value])).toEqual([
      ['2025-05', 'cb24.tv', 1_696],
      ['2025-05-07', 'plenglish.com', 1_969],
      ['2025-05', 'menafn.com', 1_729],
    ]);
    expect(returnTotals.map(({ count }: any) => count.unit)).toContain('TICKETS');
    const noNumber = returnTotals.find(({ count }: any) => count.state === 'NOT_PUBLISHED');
    expect(noNumber.count).toMatchObject({ value: null, note: expect.stringContaining('more than 40') });
  });
});

describe('returnsByLegalCategory', () => {
  it('are three figures, of which none is the sum of others', async () => {
    const { returnsByLegalCategory } = await ask(
      '{ returnsByLegalCategory { category count { value state asOf source } } }',
    );
    expect(
      returnsByLegalCategory.map(({ category, count }: any) => [category, count.value, count.state, count.asOf]),
    ).toEqual([
      ['DEPORTATION', 1_627, 'VALUE', '2025-01'],
      ['EXPULSION', 254, 'VALUE', '2025-01'],
      ['VOLUNTARY_REPATRIATION', null, 'NOT_PUBLISHED', null],
    ]);
    expect(JSON.stringify(returnsByLegalCategory)).not.toMatch(/"value":1881/);
  });
});

describe('returnTotalConflicts', () => {
  it('are the three totals of May 2025, and the flights of October 2024, with signed differences', async () => {
    const { returnTotalConflicts } = await ask(/* GraphQL */ `{
      returnTotalConflicts {
        kind from to unit
        totals { count { value } }
        differences { first { publisher count { value } } second { publisher count { value } } firstMinusSecond reason }
      }
    }`);
    const [flights, persons, ...others] = returnTotalConflicts;
    expect(others).toEqual([]);
    expect(flights).toMatchObject({ kind: 'LOWER_LATER', from: '2024-09', to: '2024-10', unit: 'FLIGHTS' });
    expect(flights.differences.map(({ firstMinusSecond }: any) => firstMinusSecond)).toEqual([15 - 14]);
    expect(persons).toMatchObject({ kind: 'SAME_MONTH', from: '2025-05', to: '2025-05', unit: 'PERSONS' });
    expect(persons.totals.map(({ count }: any) => count.value)).toEqual([1_696, 1_729, 1_969]);
    expect(
      persons.differences.map(({ first, second, firstMinusSecond }: any) => [
        first.publisher,
        second.publisher,
        firstMinusSecond,
      ]),
    ).toEqual([
      ['cb24.tv', 'menafn.com', -33],
      ['cb24.tv', 'plenglish.com', -273],
      ['menafn.com', 'plenglish.com', -240],
    ]);
    expect(persons.differences.map(({ reason }: any) => reason)).toEqual([null, null, null]);
  });

  it('compare totals of the very same measure alone, and two publishers', () => {
    const [total] = publishedTotals();
    if (!total) throw new Error('no totals');
    const at = (changes: Partial<typeof total>) => ({ ...total, ...changes });
    const elsewhere = 'https://elsewhere.example/';
    expect(conflictsIn([total, at({ value: 118, source: elsewhere })])).toHaveLength(1);
    expect(conflictsIn([total, at({ value: 117, source: elsewhere })])).toEqual([]);
    expect(conflictsIn([total, at({ value: 118 })])).toEqual([]);
    expect(conflictsIn([total, at({ value: null, source: elsewhere })])).toEqual([]);
    expect(conflictsIn([total, at({ value: 9, nationalityGroup: 'COL', source: elsewhere })])).toEqual([]);
    expect(conflictsIn([total, at({ asOf: '2024-09', value: 118 })])).toEqual([]);
    expect(conflictsIn([total, at({ asOf: '2024-09', value: 116 })]).map(({ kind }) => kind)).toEqual(['LOWER_LATER']);
    expect(pairsOf([total, at({ value: 117 })])).toEqual([]);
  });
});

describe('returnCostsByFlightType', () => {
  it('say for each type that no cost is known, beside what is counted of it', async () => {
    const { returnCostsByFlightType } = await ask(/* GraphQL */ `{
      returnCostsByFlightType { flightType costPerPerson { amount currency state note } totals { count { value unit } } }
    }`);
    expect(
      returnCostsByFlightType.map(({ flightType, costPerPerson }: any) => [flightType, costPerPerson.state]),
    ).toEqual([
      ['CHARTER', 'UNKNOWN'],
      ['COMMERCIAL', 'UNKNOWN'],
    ]);
    for (const { costPerPerson } of returnCostsByFlightType) {
      expect([costPerPerson.amount, costPerPerson.currency]).toEqual([null, null]);
      expect(costPerPerson.note).toContain('no zero');
    }
    const commercial = returnCostsByFlightType[1].totals.map(({ count }: any) => count.value);
    expect(commercial).toEqual([133, 16, 50, 17, 15, 51, 20]);
  });
});
