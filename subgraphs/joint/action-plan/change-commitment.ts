import { requestError } from '@pasarela/schema/errors';
import { checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { ChangeCommitmentInput } from './change-commitment-input';
import { checkCommitmentChange, checkEvidence } from './check-commitment-change';
import type { ActionPlanCommitment } from './commitment';
import { CommitmentPart, CommitmentStatus } from './commitment-codes';
import { type CommitmentVersion, commitmentVersionModel } from './commitment-version.model';
import { readCommitments, readVersions } from './read-commitments';
import { STATEMENT_COMMITMENTS, type StatementCommitment } from './statement-commitments';

/**
 * Records a new version of one of the party's own commitments, once for a client key, and gives it back.
 * Throws UNKNOWN_COMMITMENT for one that is none of theirs, BAD_INPUT, EVIDENCE_NEEDED, STALE_VERSION with the
 * version that stands.
 */
export async function changeCommitment(
  input: ChangeCommitmentInput,
  context: ServeContext,
): Promise<ActionPlanCommitment> {
  const commitment = ownCommitment(input.id, context);
  checkCommitmentChange(input, context.now);
  if (!(await isWritten(input, context))) await write(commitment, input, context);
  const [changed] = await readCommitments(context.connection, [commitment]);
  return changed as ActionPlanCommitment;
}

/** INVARIANT: a party reports on its own commitments alone, besides what the rules grant. */
function ownCommitment(id: string, { requester }: ServeContext): StatementCommitment {
  const commitment = STATEMENT_COMMITMENTS.get(id);
  if (commitment?.contributedBy !== requester.party) throw requestError('UNKNOWN_COMMITMENT');
  return commitment;
}

async function isWritten(input: ChangeCommitmentInput, { connection, requester }: ServeContext): Promise<boolean> {
  const requestKey = requestKeyOf(input.clientKey, requester);
  const written = await commitmentVersionModel(connection).findOne({ requestKey }).lean<CommitmentVersion>();
  checkSameInput(written, inputText(input));
  return written !== null;
}

const inputText = ({ id, expectedVersion, status, milestones, addEvidence, note }: ChangeCommitmentInput): string =>
  JSON.stringify([id, expectedVersion, status ?? null, milestones ?? null, addEvidence ?? [], note ?? null]);

async function write(
  commitment: StatementCommitment,
  input: ChangeCommitmentInput,
  context: ServeContext,
): Promise<void> {
  const held = (await readVersions(context.connection, [commitment.id])).at(-1);
  if ((held?.version ?? 0) === input.expectedVersion) {
    const next = nextVersion(input, held, context);
    checkEvidence(commitment, { status: next.status, documents: next.evidence.length, now: context.now });
    if (await inserted(next, context)) return;
  }
  // Someone wrote since it was read: a retry of this very input, or another change.
  if (await isWritten(input, context)) return;
  const current = (await readVersions(context.connection, [commitment.id])).at(-1);
  throw requestError('STALE_VERSION', { version: current?.version ?? 0 });
}

function nextVersion(
  input: ChangeCommitmentInput,
  held: CommitmentVersion | undefined,
  { requester, now }: ServeContext,
): CommitmentVersion {
  return {
    commitment: input.id,
    version: input.expectedVersion + 1,
    contributedBy: requester.party,
    status: input.status ?? held?.status ?? CommitmentStatus.UNKNOWN,
    milestones:
      input.milestones?.map(({ kind, dueOn = null, reachedOn = null }) => ({ kind, dueOn, reachedOn })) ??
      held?.milestones ??
      [],
    evidence: [...(held?.evidence ?? []), ...(input.addEvidence ?? []).map((document) => ({ ...document }))],
    note: input.note ?? held?.note ?? null,
    changed: changedParts(input),
    at: now.toISOString(),
    byParty: requester.party,
    byAgency: requester.agency,
    author: requester.id,
    requestKey: requestKeyOf(input.clientKey, requester),
    requestInput: inputText(input),
  };
}

function changedParts({ status, milestones, addEvidence, note }: ChangeCommitmentInput): CommitmentPart[] {
  const given: ReadonlyArray<readonly [CommitmentPart, boolean]> = [
    [CommitmentPart.STATUS, Boolean(status)],
    [CommitmentPart.MILESTONES, Boolean(milestones)],
    [CommitmentPart.EVIDENCE, (addEvidence ?? []).length > 0],
    [CommitmentPart.NOTE, typeof note === 'string'],
  ];
  return given.filter(([, isIn]) => isIn).map(([part]) => part);
}

/** INVARIANT: the unique indexes decide between writers; the one that comes second writes nothing. */
async function inserted(version: CommitmentVersion, { connection }: ServeContext): Promise<boolean> {
  try {
    await commitmentVersionModel(connection).create(version);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
