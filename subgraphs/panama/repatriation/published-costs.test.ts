import { costOfFlight, costPerPerson, PUBLISHED_COSTS, type PublishedCost } from './published-costs';
import { ReturnFlightType } from './return-flight-type';

const published: PublishedCost = {
  flight_type: ReturnFlightType.CHARTER,
  flight_date: '',
  flight_nationality: '',
  as_of: '2025-06',
  amount: 900,
  currency: 'USD',
  basis: 'person',
  source: 'https://example.org/cost',
};

it('no cost is held', () => {
  expect(PUBLISHED_COSTS).toEqual([]);
  expect(costPerPerson(ReturnFlightType.CHARTER)).toMatchObject({ amount: null, state: 'UNKNOWN' });
});

it('a published cost is told with its currency and basis, the latest one, for its own type alone', () => {
  const costs = [{ ...published, as_of: '2025-07', amount: 950 }, published];
  expect(costPerPerson(ReturnFlightType.CHARTER, costs)).toMatchObject({
    amount: 950,
    currency: 'USD',
    basis: 'person',
    state: 'VALUE',
  });
  expect(costPerPerson(ReturnFlightType.COMMERCIAL, costs).state).toBe('UNKNOWN');
  expect(costPerPerson(ReturnFlightType.CHARTER, [{ ...published, basis: 'flight' }]).state).toBe('UNKNOWN');
});

it("a flight's cost is its own, and no cost per person", () => {
  const flight = { date: '2025-06-01', nationality: 'COL' };
  const own = { ...published, flight_date: flight.date, flight_nationality: 'COL', amount: 40_000, basis: 'flight' };
  expect(costOfFlight(flight, [own]).amount).toBe(40_000);
  expect(costOfFlight({ ...flight, nationality: 'ECU' }, [own]).state).toBe('UNKNOWN');
  expect(costPerPerson(ReturnFlightType.CHARTER, [own]).state).toBe('UNKNOWN');
});
