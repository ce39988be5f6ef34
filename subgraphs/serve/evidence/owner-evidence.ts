import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { DisclosureIndex } from '../oversight/disclosure-index';
import type { RecordSalts } from './record-salts';

/** With what an owner keeps evidence of what its subgraph gives out. */
export interface OwnerEvidence {
  readonly recorder: EvidenceRecorder;
  readonly salts: RecordSalts;
  /** What the log says, as oversight asks it. */
  readonly index: DisclosureIndex;
}
