import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { Connection } from 'mongoose';
import { ActionPlanCommitment } from './commitment';
import { CommitmentStatus } from './commitment-codes';
import { CommitmentAuthor, CommitmentChange, CommitmentMilestone, EvidenceDocument } from './commitment-parts';
import { type CommitmentVersion, commitmentVersionModel } from './commitment-version.model';
import type { StatementCommitment } from './statement-commitments';

/** Reads how commitments stand, each with its history; those of which nothing is recorded too. */
export async function readCommitments(
  connection: Connection,
  commitments: readonly StatementCommitment[],
): Promise<ActionPlanCommitment[]> {
  const versions = await readVersions(
    connection,
    commitments.map(({ id }) => id),
  );
  return commitments.map((commitment) =>
    commitmentOf(
      commitment,
      versions.filter((version) => version.commitment === commitment.id),
    ),
  );
}

/** The versions of commitments, the oldest first. */
export async function readVersions(connection: Connection, ids: readonly string[]): Promise<CommitmentVersion[]> {
  return commitmentVersionModel(connection)
    .find({ commitment: { $in: [...ids] } })
    .sort({ commitment: 1, version: 1 })
    .lean<CommitmentVersion[]>();
}

function commitmentOf(statement: StatementCommitment, versions: readonly CommitmentVersion[]): ActionPlanCommitment {
  const latest = versions.at(-1);
  const made = Object.assign(new ActionPlanCommitment(), statement, {
    status: latest?.status ?? CommitmentStatus.UNKNOWN,
    milestones: (latest?.milestones ?? []).map((milestone) => Object.assign(new CommitmentMilestone(), milestone)),
    evidence: (latest?.evidence ?? []).map((document) => Object.assign(new EvidenceDocument(), document)),
    history: versions.map((version, i) => changeOf(version, versions[i - 1])),
    version: latest?.version ?? 0,
    note: latest?.note ?? null,
    authors: versions.map(({ version, author }) => Object.assign(new CommitmentAuthor(), { version, by: author })),
  });
  return withRecord(made, statement);
}

function changeOf(after: CommitmentVersion, before: CommitmentVersion | undefined): CommitmentChange {
  const { version, at, byParty, byAgency, changed } = after;
  return Object.assign(new CommitmentChange(), {
    version,
    at,
    byParty,
    byAgency,
    changed,
    statusBefore: before?.status ?? CommitmentStatus.UNKNOWN,
    statusAfter: after.status,
  });
}
