import { registerEnumType } from 'type-graphql';

/** Who paid for a return flight, by what the source prints. */
export enum ReturnFunder {
  PANAMA = 'PANAMA',
  UNITED_STATES = 'UNITED_STATES',
  OTHER = 'OTHER',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ReturnFunder, {
  name: 'ReturnFunder',
  description: 'Who paid for a return flight, by what the source prints. UNKNOWN: the source does not say who paid.',
});

/**
 * The funder of a printed note. Flights under the memorandum of 1 July 2024 (`MoU`) are paid for by the United
 * States; who charters a flight need not be who pays for it.
 */
export function funderOf(printed: string): ReturnFunder {
  if (/^PA-funded\b/.test(printed)) return ReturnFunder.PANAMA;
  if (/^(US-funded|MoU)\b/.test(printed)) return ReturnFunder.UNITED_STATES;
  return /-funded\b/.test(printed) ? ReturnFunder.OTHER : ReturnFunder.UNKNOWN;
}
