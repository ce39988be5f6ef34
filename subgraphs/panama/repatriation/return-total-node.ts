import { type Count, CountUnit } from '@pasarela/serve/domain/count';
import { ifKnown } from '@pasarela/serve/domain/if-known';
import { nationalityOf } from './nationality';
import { OTHER_NATIONALITIES, TOTALS_FILE } from './published-totals';
import { returnFigure } from './return-figure';
import { ReturnTotal } from './return-total';
import type { ReturnTotalRow } from './return-total.model';

const SINCE = 'The source does not say from when it counts.';
const COUNTED: Partial<Record<CountUnit, string>> = {
  [CountUnit.PERSONS]: 'Persons returned by Panama',
  [CountUnit.FLIGHTS]: 'Return flights from Panama',
  [CountUnit.TICKETS]: 'Tickets for commercial return flights from Panama',
};

/** The total of a stored one. */
export function totalNode(row: ReturnTotalRow): ReturnTotal {
  const { asOf, asOfPrinted, flightType, legalCategory, nationalityGroup, funder } = row;
  const named = nationalityGroup === OTHER_NATIONALITIES ? null : nationalityGroup;
  return Object.assign(new ReturnTotal(), {
    asOf,
    asOfPrinted,
    flightType,
    legalCategory,
    nationalityGroup,
    funder,
    publisher: publisherOf(row),
    nationality: ifKnown(named, nationalityOf),
    printed: `${row.measurePrinted}: ${row.valuePrinted}`,
    count: countOfTotal(row),
  });
}

/** Who printed a total, by the host of its source. */
export const publisherOf = ({ source }: ReturnTotalRow): string => new URL(source).hostname.replace(/^www\./, '');

/** The count of a stored total. What is printed without a number is NOT_PUBLISHED. */
export function countOfTotal(row: ReturnTotalRow): Count {
  const { value, unit, asOf, source, valuePrinted } = row;
  const noNumber = value === null ? `Printed as ${valuePrinted}: no number. ` : '';
  return returnFigure({
    value,
    unit,
    asOf,
    coverageTo: asOf,
    source,
    dataset: TOTALS_FILE,
    definition: definitionOf(row),
    note: `${noNumber}${SINCE}`,
  });
}

function definitionOf({ unit, flightType, legalCategory, nationalityGroup, funder }: ReturnTotalRow): string {
  const parts = [
    flightType && `flights: ${flightType}`,
    legalCategory && `category: ${legalCategory}`,
    nationalityGroup && `nationality: ${nationalityGroup}`,
    funder && `paid for by: ${funder}`,
  ].filter(Boolean);
  return `${COUNTED[unit]}, in total up to the date${parts.length > 0 ? ` (${parts.join('; ')})` : ''}.`;
}
