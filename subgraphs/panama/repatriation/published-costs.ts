import { z } from 'zod';
import { readDataFile } from './data-file';
import { ReturnCost, ReturnCostState } from './return-cost';
import { ReturnFlightType } from './return-flight-type';

/** A published cost, of one flight or of a type of flights. */
export interface PublishedCost {
  readonly flight_type: ReturnFlightType;
  /** The flight's date as printed, empty for a cost of all flights of the type. */
  readonly flight_date: string;
  readonly flight_nationality: string;
  readonly as_of: string;
  readonly amount: number;
  readonly currency: string;
  readonly basis: string;
  readonly source: string;
}

const row = z.object({
  flight_type: z.enum(ReturnFlightType),
  flight_date: z.string(),
  flight_nationality: z.string(),
  as_of: z.string(),
  amount: z.string().regex(/^\d+$/).transform(Number),
  currency: z.string().regex(/^[A-Z]{3}$/),
  basis: z.string().min(1),
  source: z.string().min(1),
});

/** Every published cost that is held. */
export const PUBLISHED_COSTS: readonly PublishedCost[] = readDataFile('return_costs.csv', row);

/** The cost of one flight, by its date and nationality as printed. */
export const costOfFlight = (
  flight: { readonly date: string; readonly nationality: string },
  costs = PUBLISHED_COSTS,
): ReturnCost =>
  costOf(costs.filter((cost) => cost.flight_date === flight.date && cost.flight_nationality === flight.nationality));

/** The latest published cost per returned person by a type of flight. */
export const costPerPerson = (type: ReturnFlightType, costs = PUBLISHED_COSTS): ReturnCost =>
  costOf(costs.filter((cost) => cost.flight_type === type && cost.flight_date === '' && cost.basis === 'person'));

function costOf(held: readonly PublishedCost[]): ReturnCost {
  const latest = held.toSorted((a, b) => a.as_of.localeCompare(b.as_of)).at(-1);
  if (latest) {
    const { amount, currency, basis, source } = latest;
    return Object.assign(new ReturnCost(), {
      amount,
      currency,
      basis,
      source,
      note: null,
      state: ReturnCostState.VALUE,
    });
  }
  return Object.assign(new ReturnCost(), {
    amount: null,
    currency: null,
    basis: null,
    source: null,
    state: ReturnCostState.UNKNOWN,
    note: 'No source that is held states a cost; it is no zero.',
  });
}
