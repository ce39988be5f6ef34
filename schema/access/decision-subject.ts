import type { Purpose } from '../identity/purposes';
import type { Requester } from '../identity/requester';

/** Every agreement is open: asked only where it is worked out what one could show. */
export const EVERY_AGREEMENT = 'EVERY_AGREEMENT';

/** Who asks, for what, when: everything that a decision reads besides the rules. */
export interface DecisionSubject {
  /** The person (`id`) where there is one: a kind of requester has none. */
  readonly requester: Pick<Requester, 'party' | 'agency' | 'roles'> & Partial<Pick<Requester, 'id'>>;
  readonly purpose: Purpose;
  /** UTC milliseconds. */
  readonly at: number;
  /** Whether the request names the case that it serves. */
  readonly caseGiven?: boolean;
  /** The agreements whose break-glass grants are open to them, by name (`OWNER:ID`); none unless said. */
  readonly open?: readonly string[] | typeof EVERY_AGREEMENT;
}
