import { RequestError } from '@pasarela/schema/errors';
import type { RuleOffice } from '../rule-office';
import { approvalsThatCount, isReady } from './approvals';
import { type DraftReview, reviewDraft } from './review-draft';
import { RuleDraft, RuleDraftState } from './rule-draft';
import type { RuleDraftRow } from './rule-draft.model';

/** A draft as administrators see it. What it would do is worked out for one that can still be published. */
export function showDraft(row: RuleDraftRow, office: RuleOffice): RuleDraft {
  const { _id: id, owner, number, note, author, documents } = row;
  const review = reviewOf(row, office);
  const counted = review ? approvalsThatCount(row, review) : [];
  return Object.assign(new RuleDraft(), {
    id,
    owner,
    number,
    note,
    author,
    documents,
    state: stateOf(row, review),
    changeHash: review?.changeHash ?? null,
    showsMore: review?.showsMore ?? null,
    changes: review?.changes ?? null,
    payload: review ? JSON.stringify(review.payload) : null,
    approvals: row.approvals.map((approval) => ({ ...approval, counts: counted.includes(approval) })),
  });
}

function reviewOf(row: RuleDraftRow, office: RuleOffice): DraftReview | undefined {
  if (row.state !== 'OPEN' || row.number !== office.numberOf(row.owner) + 1) return undefined;
  try {
    return reviewDraft(row, office);
  } catch (error) {
    // Valid when it was written, and not any more: what it builds on was changed by others.
    if (error instanceof RequestError) return undefined;
    throw error;
  }
}

function stateOf(row: RuleDraftRow, review: DraftReview | undefined): RuleDraftState {
  if (row.state !== 'OPEN') return RuleDraftState[row.state];
  if (!review) return RuleDraftState.OUTDATED;
  return isReady(row, review) ? RuleDraftState.READY_TO_PUBLISH : RuleDraftState.AWAITING_APPROVAL;
}
