import type { Purpose } from '../identity/purposes';
import type { Requester } from '../identity/requester';

/** Who asks, for what, when: everything that a decision reads besides the rules. */
export interface DecisionSubject {
  readonly requester: Pick<Requester, 'party' | 'agency' | 'roles'>;
  readonly purpose: Purpose;
  /** UTC milliseconds. */
  readonly at: number;
  /** Whether the request names the case that it serves. */
  readonly caseGiven?: boolean;
}
