import { isCountryCode } from '@pasarela/schema/codes/countries';
import { z } from 'zod';
import { dateOf, readDataFile } from './data-file';
import type { ReturnFlightRow, StoredLeg } from './return-flight.model';
import { funderOf } from './return-funder';
import { ReturnLegalCategory } from './return-legal-category';

/** The data file's name: the dataset of its figures. */
export const FLIGHTS_FILE = 'panama_return_flights_events.csv';

const flightRow = z.object({
  date: z.string().regex(/^\d{4}-\d{2}/),
  nationality: z.string().min(1),
  destination: z.string(),
  persons: z.string().regex(/^\d+$/).transform(Number),
  breakdown: z.string(),
  funding_note: z.string().min(1),
  source: z.url(),
});
type FlightCsvRow = z.infer<typeof flightRow>;

/** Every published flight of the data file, in its order. */
export const publishedFlights = (): ReturnFlightRow[] => readDataFile(FLIGHTS_FILE, flightRow).map(flightOf);

/** A flight of one line of the data file. @param place the line's place. */
export function flightOf(row: FlightCsvRow, place: number): ReturnFlightRow {
  return {
    _id: place,
    date: dateOf(row.date),
    datePrinted: row.date,
    nationalitiesPrinted: row.nationality,
    destinationPrinted: row.destination || null,
    legs: legsOf(row),
    persons: row.persons,
    legalCategories: legalCategoriesOf(row.breakdown),
    funder: funderOf(row.funding_note),
    fundingPrinted: row.funding_note,
    source: row.source,
  };
}

/** A leg for each nationality that is printed by its code; "African+Asian countries" names none. */
function legsOf({ nationality, destination, persons, breakdown }: FlightCsvRow): StoredLeg[] {
  const codes = nationality.split('+');
  if (!codes.every(isCountryCode)) return [];
  const cities = destination.split(' + ');
  return codes.map((code, index) => ({
    nationality: code,
    ...destinationOf(code, cities[codes.length > 1 ? index : 0] ?? ''),
    persons: codes.length > 1 ? printedBefore(code, breakdown) : persons,
  }));
}

/** A country is stated with its city, or with the remark that only the city is missing. */
function destinationOf(code: string, printed: string): Pick<StoredLeg, 'destinationCountry' | 'destinationCity'> {
  if (printed === '(city not stated)') return { destinationCountry: code, destinationCity: null };
  const stated = printed !== '' && printed !== '(not stated)';
  return { destinationCountry: stated ? code : null, destinationCity: stated ? printed : null };
}

function printedBefore(word: string, breakdown: string): number {
  const printed = breakdown.match(new RegExp(`(\\d+) ${word}\\b`))?.[1];
  if (!printed) throw new Error(`${FLIGHTS_FILE}: a flight of several nationalities needs a number for ${word}`);
  return Number(printed);
}

function legalCategoriesOf(breakdown: string): ReturnFlightRow['legalCategories'] {
  const printed = breakdown.match(/(\d+) deported \+ (\d+) expelled/);
  if (!printed) return {};
  return {
    [ReturnLegalCategory.DEPORTATION]: Number(printed[1]),
    [ReturnLegalCategory.EXPULSION]: Number(printed[2]),
  };
}
