import { requestError } from '../errors';
import { PURPOSES_WITH_CASE, type Purpose } from './purposes';

/** What a request says of why it is made. */
export interface StatedPurpose {
  /** As it was written; undefined where nothing was. */
  readonly purpose: string | undefined;
  /** Whether it names the case that it serves. */
  readonly caseGiven: boolean;
}

/**
 * The purpose of a request.
 *
 * INVARIANT: no purpose, no answer; a purpose that the issuer did not grant counts as none.
 * @param granted by the requester's issuer.
 * @throws PURPOSE_REQUIRED, PURPOSE_NOT_GRANTED, CASE_REFERENCE_REQUIRED.
 */
export function statedPurpose({ purpose, caseGiven }: StatedPurpose, granted: readonly Purpose[]): Purpose {
  const purposes = granted.join(', ');
  if (!purpose) throw requestError('PURPOSE_REQUIRED', { purposes });
  const stated = granted.find((candidate) => candidate === purpose);
  if (!stated) throw requestError('PURPOSE_NOT_GRANTED', { purposes });
  if (PURPOSES_WITH_CASE.includes(stated) && !caseGiven) throw requestError('CASE_REFERENCE_REQUIRED');
  return stated;
}
