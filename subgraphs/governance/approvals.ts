import type { DraftReview } from './review-draft';
import type { Approval, Person, RuleDraftRow } from './rule-draft.model';

/** Whether two are one person. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.party === other.party && one.agency === other.agency && one.id === other.id;

/**
 * The approvals that count: of this very change, by somebody else than its author.
 *
 * INVARIANT: an approval is bound to what the change was and did; nobody's own approval ever counts.
 */
export const approvalsThatCount = ({ approvals, author }: RuleDraftRow, { changeHash }: DraftReview): Approval[] =>
  approvals.filter((approval) => approval.changeHash === changeHash && !isSamePerson(approval.by, author));

/** Whether a change may be published: it only withholds, or a second person approved it as it is. */
export const isReady = (row: RuleDraftRow, review: DraftReview): boolean =>
  review.showsMore.length === 0 || approvalsThatCount(row, review).length > 0;
