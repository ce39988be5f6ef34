import type { ReportLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import type { WithheldField } from '../oversight/withheld-fields';
import { contributionsWithheld } from './contributions-of';
import type { OwnerEvidence } from './owner-evidence';
import { type RequestOfEvidence, requestOfLeaf } from './request-of-leaf';

/**
 * Records what a gateway reports as asked for and withheld, where nothing was fetched; in a joint domain, whose the
 * asking is too. @throws EVIDENCE_UNAVAILABLE
 */
export async function recordReport(
  { recorder }: Pick<OwnerEvidence, 'recorder'>,
  request: RequestOfEvidence,
  { owner, withheld }: { readonly owner: string; readonly withheld: readonly WithheldField[] },
): Promise<void> {
  const leaf: ReportLeaf = { kind: 'WITHHELD_REPORT', ...requestOfLeaf(request), withheld: [...withheld] };
  if (owner !== OWNER_JOINT) await recorder.record(leaf);
  else await recorder.record({ ...leaf, contributions: contributionsWithheld(withheld, request.requester.party) });
}
