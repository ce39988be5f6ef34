import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { Intended, Planned } from '../request-state';
import { operationOf, requestOf } from './request-of-leaf';

/**
 * Records that a mutation is about to be done; of a query there is nothing to record yet.
 *
 * INVARIANT: a mutation stands in the log before anything of it is sent to an owner.
 * @throws EVIDENCE_UNAVAILABLE.
 */
export async function recordIntent(planned: Planned, recorder: EvidenceRecorder): Promise<Intended> {
  if (planned.operation.operation !== 'mutation') return { ...planned, intent: undefined };
  const coordinates = [...new Set(planned.decided.fields.map(({ decision }) => decision.coordinate))].sort();
  const intent = await recorder.record({
    kind: 'MUTATION_INTENT',
    ...requestOf(planned),
    operation: operationOf(planned),
    coordinates,
  });
  return { ...planned, intent };
}
