import { isPersonRevoked } from '@pasarela/schema/access/revocations/refuse-revoked';
import type { DraftReview } from './review-draft';
import type { Approval, Person, RuleDraftRow } from './rule-draft.model';

/**
 * Whether two are one person.
 *
 * INVARIANT: whoever their issuer names for two agencies stays one person: nobody is their own second (threat 56).
 */
export const isSamePerson = (one: Person, other: Person): boolean => one.party === other.party && one.id === other.id;

/**
 * The approvals that count: of this very change, by somebody else than its author, who is not revoked.
 *
 * INVARIANT: an approval is bound to what the change was and did; nobody's own approval ever counts.
 */
export const approvalsThatCount = (
  { approvals, author }: RuleDraftRow,
  { changeHash, revoked }: Pick<DraftReview, 'changeHash' | 'revoked'>,
): Approval[] =>
  approvals.filter(
    ({ by, at, changeHash: approved }) =>
      approved === changeHash && !isSamePerson(by, author) && !isPersonRevoked(by, Date.parse(at), revoked),
  );

/** Whether a change may be published: it only withholds, or a second person approved it as it is. */
export const isReady = (row: RuleDraftRow, review: DraftReview): boolean =>
  review.showsMore.length === 0 || approvalsThatCount(row, review).length > 0;
