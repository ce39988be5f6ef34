import { LEAF_FORMAT, type OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { type NamedRequester, requesterOfLeaf } from '@pasarela/schema/evidence/recording/requester-of-leaf';
import type { Assertion } from '@pasarela/schema/identity/assertion';

/** A request as an owner's evidence knows it. */
export interface RequestOfEvidence {
  readonly requestId: string;
  readonly requester: NamedRequester;
  readonly assertion: Pick<Assertion, 'purpose' | 'caseReference' | 'ruleSetVersion'>;
  readonly now: () => Date;
}

type RequestOfLeaf = Pick<
  OwnerLeaf,
  'format' | 'time' | 'requestId' | 'requester' | 'purpose' | 'caseReference' | 'ruleSetVersion'
>;

/** What a leaf says of who asked, when, for what and under which rules. */
export function requestOfLeaf({ requestId, requester, assertion, now }: RequestOfEvidence): RequestOfLeaf {
  return {
    format: LEAF_FORMAT,
    time: now().toISOString(),
    requestId,
    requester: requesterOfLeaf(requester),
    purpose: assertion.purpose,
    caseReference: assertion.caseReference ?? null,
    ruleSetVersion: assertion.ruleSetVersion,
  };
}
