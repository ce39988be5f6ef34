import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { readDataFile } from './data-file';

const codes = readDataFile(
  'unhcr_specific_needs_codes.csv',
  z.object({ code: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/), parent: z.string(), label: z.string().min(1) }),
);

/** The parents that tell of violence, torture, protection or a serious illness: by month and region alone. */
export enum ProtectedNeed {
  SV = 'SV',
  TR = 'TR',
  SM = 'SM',
  LP = 'LP',
}
registerEnumType(ProtectedNeed, {
  name: 'ProtectedNeed',
  description:
    "UNHCR's groups of needs that exist by month and region alone. SV: sexual and gender-based violence. TR: torture. SM: serious medical condition. LP: specific legal and physical protection needs.",
});

/**
 * The needs that are kept by station: UNHCR's sub-codes, with their labels.
 *
 * INVARIANT: none of SV, TR, SM, LP; and no parent, whose row beside its parts would tell a suppressed part.
 */
export const STATION_NEEDS: ReadonlyMap<string, string> = new Map(
  codes.filter(({ parent }) => parent !== '' && !(parent in ProtectedNeed)).map(({ code, label }) => [code, label]),
);

/** The count of a cell of needs. @param persons null is suppressed. */
export function needsCount(
  persons: number | null,
  cell: { month: string; party: string; dataset: string; of: string },
): Count {
  return count({
    value: persons,
    ...(persons === null && { state: CountState.SUPPRESSED }),
    countingParty: cell.party,
    definition: `Persons in whom the contributor recorded the need in the month: ${cell.of}.`,
    unit: CountUnit.PERSONS,
    coverageFrom: cell.month,
    coverageTo: cell.month,
    dataset: cell.dataset,
    note: 'A person may have several needs, and may be counted by two contributors: never add rows. Numbers under 10, zero too, are suppressed and not kept.',
  });
}
