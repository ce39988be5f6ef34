import { registerEnumType } from 'type-graphql';

/** What came of a probe. INVARIANT: all names are as long as one another, so that the size of a reply tells nothing. */
export enum ProbeResult {
  QUEUED = 'QUEUED',
  NO_HIT = 'NO_HIT',
  IS_HIT = 'IS_HIT',
  FAILED = 'FAILED',
}
registerEnumType(ProbeResult, {
  name: 'ProbeResult',
  description:
    'QUEUED: the batch is not answered yet. NO_HIT: nobody is found, or nobody who may be found; the two are one answer. IS_HIT: a token is enrolled; a lead, not an identity. FAILED: the check digits of the document did not fit, so nothing was compared.',
});
