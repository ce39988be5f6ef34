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

/** Whose cell of needs it is, and of which month. */
interface NeedsCell {
  readonly month: string;
  readonly contributedBy: string;
  readonly dataset: string;
}

/**
 * The count of a cell of needs. @param persons null is suppressed.
 *
 * INVARIANT: it does not name the need, which has a field and rules of its own.
 */
export function needsCount(persons: number | null, { month, contributedBy, dataset }: NeedsCell): Count {
  return count({
    value: persons,
    ...(persons === null && { state: CountState.SUPPRESSED }),
    countingParty: contributedBy,
    definition: 'Persons in whom the contributor recorded this need in the month.',
    unit: CountUnit.PERSONS,
    coverageFrom: month,
    coverageTo: month,
    dataset,
    note: 'A person may have several needs, and may be counted by two contributors: never add rows. Numbers under 10, zero too, are suppressed and not kept.',
  });
}
