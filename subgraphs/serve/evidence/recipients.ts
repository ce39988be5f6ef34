import type { OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { DisclosedRecord } from './disclosed-records';

/** A leaf of the owner's log, as far as it says who received what. */
export type DisclosureLeaf = Pick<
  OwnerLeaf,
  | 'time'
  | 'requester'
  | 'purpose'
  | 'caseReference'
  | 'ruleSetVersion'
  | 'agreements'
  | 'disclosed'
  | 'lowered'
  | 'counts'
  | 'records'
>;

/** Who received data of a record: asked of the owner's evidence, whatever it is answered from. */
export interface Recipients {
  /** The instant before which disclosures may be older than retention, and are not told; undefined where all are. */
  readonly keptSince: string | undefined;
  /** Every disclosure that held the record, the oldest first; none of one that was erased. */
  of(record: DisclosedRecord): AsyncIterable<DisclosureLeaf>;
  /** Every disclosure of records of any kind, the oldest first. */
  all(): AsyncIterable<DisclosureLeaf>;
}
