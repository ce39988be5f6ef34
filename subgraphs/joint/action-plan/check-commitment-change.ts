import { requestError } from '@pasarela/schema/errors';
import { checkClientKey } from '@pasarela/serve/domain/client-key';
import { dayOf, isPastDay, isWholeDay } from './calendar';
import type { ChangeCommitmentInput, CommitmentMilestoneInput, EvidenceDocumentInput } from './change-commitment-input';
import { CommitmentStatus, MilestoneKind } from './commitment-codes';
import type { StatementCommitment } from './statement-commitments';

const MAX_DOCUMENTS = 20;
const MAX_NOTE = 1000;
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{2,79}$/;
const SHA_256 = /^[0-9a-f]{64}$/;

/** What a valid change holds; a text says what fails, never a value of the input. */
const CHECKS: ReadonlyArray<readonly [what: string, holds: (input: ChangeCommitmentInput, today: string) => boolean]> =
  [
    [
      'at least one of status, milestones, addEvidence and note is given',
      ({ status, milestones, addEvidence, note }) =>
        [status, milestones, note].some(isGiven) || (addEvidence ?? []).length > 0,
    ],
    [
      'each kind of milestone stands at most once',
      ({ milestones }) => new Set((milestones ?? []).map(({ kind }) => kind)).size === (milestones ?? []).length,
    ],
    ['days of milestones are days, and reached ones are not to come', allMilestones],
    [`at most ${MAX_DOCUMENTS} documents are added`, ({ addEvidence }) => (addEvidence ?? []).length <= MAX_DOCUMENTS],
    [
      'a document has a reference of 3 to 80 of A-Z a-z 0-9 . _ : / -, a SHA-256 in lower-case hexadecimal digits, and a day that is not to come',
      ({ addEvidence }, today) => (addEvidence ?? []).every((document) => isDocument(document, today)),
    ],
    [`note has at most ${MAX_NOTE} characters`, ({ note }) => (note ?? '').length <= MAX_NOTE],
  ];

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function allMilestones({ milestones }: ChangeCommitmentInput, today: string): boolean {
  return (milestones ?? []).every((milestone) => isMilestone(milestone, today));
}

const isMilestone = ({ kind, dueOn, reachedOn }: CommitmentMilestoneInput, today: string): boolean =>
  kind in MilestoneKind && (!dueOn || isWholeDay(dueOn)) && (!reachedOn || isPastDay(reachedOn, today));

const isDocument = ({ reference, sha256, datedOn }: EvidenceDocumentInput, today: string): boolean =>
  REFERENCE.test(reference) && SHA_256.test(sha256) && isPastDay(datedOn, today);

/** Throws BAD_INPUT when a change is not valid by itself, whatever is recorded. */
export function checkCommitmentChange(input: ChangeCommitmentInput, now: Date): void {
  const failed = CHECKS.find(([, holds]) => !holds(input, dayOf(now)));
  if (failed) throw requestError('BAD_INPUT', { what: failed[0] });
  checkClientKey(input.clientKey);
}

/** What decides whether a status may stand without a document. */
interface StatusToHold {
  readonly status: CommitmentStatus;
  readonly documents: number;
  readonly now: Date;
}

/**
 * Throws EVIDENCE_NEEDED for a status that nothing shows. INVARIANT: DONE never stands without a document, nor does,
 * once the due day is over, anything but UNKNOWN.
 */
export function checkEvidence({ dueOn }: StatementCommitment, { status, documents, now }: StatusToHold): void {
  if (documents > 0 || status === CommitmentStatus.UNKNOWN) return;
  const isOverdue = dueOn !== null && dueOn < dayOf(now);
  if (status === CommitmentStatus.DONE || isOverdue) throw requestError('EVIDENCE_NEEDED', { status });
}
