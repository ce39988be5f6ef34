import type { RuleSource } from '@pasarela/schema/access/rule-source';
import type { Connection } from 'mongoose';
import type { OwnerEvidence } from '../evidence/owner-evidence';
import type { Recipients } from '../evidence/recipients';
import type { RightsDefinition } from './rights-definition';

/** What the desk of an owner works with. */
export interface RightsDeskOptions {
  readonly definition: RightsDefinition;
  /** The domain's own store. */
  readonly records: Connection;
  /** Where cases and batches are kept; it flushes before it acknowledges. */
  readonly store: Connection;
  readonly salts: OwnerEvidence['salts'];
  readonly recipients: Recipients;
  readonly rules: Pick<RuleSource, 'current'>;
  /** The owner's key for opaque ids. */
  readonly idKey: Uint8Array;
  readonly now: () => Date;
  /** Hears of a batch that could not be made; it is tried again. */
  readonly onFault: (error: unknown) => void;
}
