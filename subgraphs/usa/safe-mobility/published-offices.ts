import { z } from 'zod';
import { readDataFile } from './data-file';
import { publishedClosing } from './published-safe-mobility';

const country = z.string().regex(/^[A-Z]{3}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const officeRow = z.object({ office_country: country, opened: z.string().regex(/^\d{4}-\d{2}$/), source: z.url() });
const eligibilityRow = z.object({
  office_country: country,
  eligible_nationalities: z.string().transform((codes) => codes.split(';').map((code) => country.parse(code))),
  presence_cutoff: z.union([date, z.literal('(none stated)').transform(() => null)]),
  source: z.url(),
});

/** An office with whom it took, as published. */
export interface PublishedOffice {
  readonly country: string;
  readonly opened: string;
  readonly openedSource: string;
  readonly closed: string;
  readonly closedSource: string;
  readonly nationalities: readonly string[];
  /** The last day by which somebody had to be present; null where none is stated. */
  readonly presentBy: string | null;
  readonly eligibilitySource: string;
}

/** The offices in alphabetical order of their countries' codes. */
export function publishedOffices(): PublishedOffice[] {
  const closing = publishedClosing();
  const eligibility = readDataFile('safe_mobility_eligibility.csv', eligibilityRow);
  return readDataFile('safe_mobility_offices.csv', officeRow).map(({ office_country, opened, source }) => {
    const taken = eligibility.find((row) => row.office_country === office_country);
    if (!taken) throw new Error(`safe_mobility_eligibility.csv: no row of the office in ${office_country}`);
    return {
      country: office_country,
      opened,
      openedSource: source,
      closed: closing.closed,
      closedSource: closing.source,
      nationalities: taken.eligible_nationalities,
      presentBy: taken.presence_cutoff,
      eligibilitySource: taken.source,
    };
  });
}
