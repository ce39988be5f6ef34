import { LEAF_FORMAT } from '@pasarela/schema/evidence/leaves/leaf';
import { operationOfLeaf } from '@pasarela/schema/evidence/recording/operation-of-leaf';
import { requesterOfLeaf } from '@pasarela/schema/evidence/recording/requester-of-leaf';
import type { Parsed } from '../request-state';

/** What a leaf says of who asked, when, for what and under which rules. */
export function requestOf({ requestId, receivedAt, requester, purpose, caseReference, decider }: Parsed) {
  return {
    format: LEAF_FORMAT as typeof LEAF_FORMAT,
    time: receivedAt.toISOString(),
    requestId,
    requester: requesterOfLeaf(requester),
    purpose,
    caseReference: caseReference ?? null,
    ruleSetVersion: decider.ruleSet.version,
  };
}

/** What a leaf says of what was asked: the whole operation, also what of it was withheld, and no value. */
export const operationOf = ({ operation, fragments }: Parsed) => operationOfLeaf(operation, fragments.values());
