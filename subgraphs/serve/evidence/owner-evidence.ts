import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { RecordSalts } from './record-salts';

/** With what an owner keeps evidence of what its subgraph gives out. */
export interface OwnerEvidence {
  readonly recorder: EvidenceRecorder;
  readonly salts: RecordSalts;
}
