import { isCountryCode } from '@pasarela/schema/codes/countries';
import { CountUnit } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { dateOf, readDataFile } from './data-file';
import { ReturnFlightType } from './return-flight-type';
import { ReturnFunder } from './return-funder';
import { ReturnLegalCategory } from './return-legal-category';
import type { ReturnTotalRow } from './return-total.model';

/** The data file's name: the dataset of its figures. */
export const TOTALS_FILE = 'return_totals.csv';
/** The group of all nationalities that a source does not name. */
export const OTHER_NATIONALITIES = 'OTHER';

const orNone = <Value extends string>(values: Readonly<Record<string, Value>>) =>
  z
    .enum(values)
    .or(z.literal(''))
    .transform((value) => value || null);

const totalRow = z.object({
  as_of_printed: z.string().regex(/^\d{4}/),
  measure_printed: z.string().min(1),
  value_printed: z.string().min(1),
  measure: z.enum({ PERSONS: CountUnit.PERSONS, FLIGHTS: CountUnit.FLIGHTS, TICKETS: CountUnit.TICKETS }),
  flight_type: orNone(ReturnFlightType),
  legal_category: orNone(ReturnLegalCategory),
  nationality: z.string().refine((group) => group === '' || group === OTHER_NATIONALITIES || isCountryCode(group)),
  funder: orNone(ReturnFunder),
  value: z
    .string()
    .regex(/^\d*$/)
    .transform((value) => (value === '' ? null : Number(value))),
  source: z.url(),
});

/** Every published total of the data file, in its order. */
export const publishedTotals = (): ReturnTotalRow[] =>
  readDataFile(TOTALS_FILE, totalRow).map((row, place) => ({
    _id: place,
    asOf: dateOf(row.as_of_printed),
    asOfPrinted: row.as_of_printed,
    measurePrinted: row.measure_printed,
    valuePrinted: row.value_printed,
    unit: row.measure,
    flightType: row.flight_type,
    legalCategory: row.legal_category,
    nationalityGroup: row.nationality || null,
    funder: row.funder,
    value: row.value,
    source: row.source,
  }));
