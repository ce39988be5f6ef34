import type { WithheldField } from '../oversight/withheld-fields';
import type { OwnerEvidence } from './owner-evidence';
import { type RequestOfEvidence, requestOfLeaf } from './request-of-leaf';

/** Records what a gateway reports as asked for and withheld, where nothing was fetched. @throws EVIDENCE_UNAVAILABLE */
export async function recordReport(
  { recorder }: Pick<OwnerEvidence, 'recorder'>,
  request: RequestOfEvidence,
  withheld: readonly WithheldField[],
): Promise<void> {
  await recorder.record({ kind: 'WITHHELD_REPORT', ...requestOfLeaf(request), withheld: [...withheld] });
}
