import { CountUnit } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { readDataFile } from './data-file';
import { countingPartyOf, printedNumber } from './published-safe-mobility';
import { SafeMobilityStage } from './safe-mobility-codes';
import type { SafeMobilityRow } from './safe-mobility-row';

/** A total that a source states beside its own figures of single offices. */
export interface StatedTotal {
  readonly offices: readonly string[];
  readonly row: SafeMobilityRow;
}

const conflictRow = z.object({
  as_of: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  offices: z.string().transform((codes) => codes.split(';')),
  value: z.string(),
  source: z.url(),
});

let read: readonly StatedTotal[] | undefined;

/** The totals of registrations that their own source contradicts; read once. */
export function publishedConflicts(): readonly StatedTotal[] {
  read ??= readDataFile('safe_mobility_conflicts.csv', conflictRow).map(({ as_of, offices, value, source }) => ({
    offices,
    row: {
      sequence: 0,
      office: null,
      stage: SafeMobilityStage.REGISTERED,
      pathway: null,
      destination: null,
      ...printedNumber(value),
      measure: `registered in ${offices.join(', ')}`,
      unit: CountUnit.PERSONS,
      countingParty: countingPartyOf(source),
      asOf: as_of,
      source,
      note: null,
    },
  }));
  return read;
}
