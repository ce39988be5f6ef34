import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';
import { flightOf, publishedFlights } from './published-flights';
import { publishedTotals } from './published-totals';
import { funderOf } from './return-funder';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaRepatriation, 0.002);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Flights($from: YearMonth, $to: YearMonth) {
    returnFlights(from: $from, to: $to) {
      date
      datePrinted
      legs { nationality { code } destinationCountry destinationCity persons { value } }
      persons { value unit source dataset }
      byLegalCategory { category count { value state note } }
      funder
      fundingPrinted
      cost { amount currency basis state }
    }
  }
`;
const ask = async (range: object = {}): Promise<any[]> => {
  const { data, errors } = await domain.ask(QUERY, { ...range });
  expect(errors).toBeUndefined();
  return data?.returnFlights;
};
const categories = (flight: any) => flight.byLegalCategory.map(({ category, count }: any) => [category, count.value]);

describe('returnFlights', () => {
  it('are the eleven that are held, with their printed persons', async () => {
    const flights = await ask();
    expect(flights.map(({ date, persons }) => [date, persons.value])).toEqual([
      ['2024-08-07', 28],
      ['2024-08-20', 29],
      ['2024-08-24', 30],
      ['2024-08-29', 30],
      ['2024-08-30', 28],
      ['2024-09', 130],
      ['2024-10', 43],
      ['2024-10', 36],
      ['2024-11-18', 133],
      ['2024-12', 26],
      ['2025-05-06', 81],
    ]);
    for (const { persons } of flights) {
      expect(persons).toMatchObject({ unit: 'PERSONS', dataset: 'panama_return_flights_events.csv' });
      expect(persons.source).toMatch(/^https:/);
    }
  });

  it('keep deportation, expulsion and voluntary repatriation apart, and print no zero for what is not printed', async () => {
    const [first, , , , , , october, , india] = await ask();
    expect(categories(october)).toEqual([
      ['DEPORTATION', 39],
      ['EXPULSION', 4],
      ['VOLUNTARY_REPATRIATION', null],
    ]);
    expect(categories(india).slice(0, 2)).toEqual([
      ['DEPORTATION', 132],
      ['EXPULSION', 1],
    ]);
    expect(first.byLegalCategory.map(({ count }: any) => count.state)).toEqual(Array(3).fill('NOT_PUBLISHED'));
    expect(october.byLegalCategory[2].count.note).toContain('no zero');
  });

  it('say where each nationality was flown, and no destination that no source states', async () => {
    const flights = await ask();
    const legs = flights.map((flight) =>
      flight.legs.map((leg: any) => [
        leg.nationality.code,
        leg.destinationCountry,
        leg.destinationCity,
        leg.persons.value,
      ]),
    );
    expect(legs[0]).toEqual([['COL', 'COL', 'Medellin', 28]]);
    expect(legs[3]).toEqual([['ECU', 'ECU', null, 30]]);
    expect(legs[6]).toEqual([['COL', null, null, 43]]);
    expect(legs[8]).toEqual([
      ['IND', 'IND', 'New Delhi', 85],
      ['VNM', 'VNM', 'Ho Chi Minh', 48],
    ]);
    expect(legs[10]).toEqual([]);
  });

  it('name the funder that is printed, and UNKNOWN where the source says only who chartered', async () => {
    const flights = await ask();
    expect(flights.slice(0, 4).map(({ funder, fundingPrinted }) => [funder, fundingPrinted])).toEqual([
      ['PANAMA', 'PA-funded (first flight under Plan Firmeza)'],
      ['UNITED_STATES', 'US-funded, first under MoU'],
      ['UNKNOWN', 'chartered by PA'],
      ['UNITED_STATES', 'MoU'],
    ]);
    expect(funderOf('EU-funded')).toBe('OTHER');
  });

  it('have no cost, and say that it is unknown', async () => {
    for (const { cost } of await ask())
      expect(cost).toEqual({ amount: null, currency: null, basis: null, state: 'UNKNOWN' });
  });

  it('can be asked by month, both ends included', async () => {
    expect((await ask({ from: '2024-09', to: '2024-10' })).map(({ datePrinted }) => datePrinted)).toEqual([
      '2024-09',
      '2024-10 (mid)',
      '2024-10 (~23)',
    ]);
    expect(await ask({ from: '2025-06' })).toEqual([]);
    const { errors } = await domain.ask(QUERY, { from: '2025-01', to: '2024-01' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('hold no remark about anybody: neither the files nor what is stored speaks of convictions', () => {
    const directory = path.join(__dirname, 'data');
    const files = ['panama_return_flights_events.csv', 'return_totals.csv'].map((name) =>
      readFileSync(path.join(directory, name), 'utf8'),
    );
    expect(`${files}${JSON.stringify([publishedFlights(), publishedTotals()])}`).not.toMatch(
      /convict|crimin|antecedent/i,
    );
  });
});

it('a flight of several nationalities without a number for each is refused', () => {
  const row = {
    date: '2025-06-01',
    nationality: 'IND+VNM',
    destination: 'New Delhi + Hanoi',
    persons: 20,
    breakdown: '12 IND',
    funding_note: 'MoU',
    source: 'https://example.org/flight',
  };
  expect(() => flightOf(row, 1)).toThrow(/VNM/);
  expect(flightOf({ ...row, breakdown: '12 IND + 8 VNM' }, 1).legs.map(({ persons }) => persons)).toEqual([12, 8]);
});
