import { registerEnumType } from 'type-graphql';

/** Where a commitment stands, in the word of the party that reports on it. */
export enum CommitmentStatus {
  UNKNOWN = 'UNKNOWN',
  PLANNED = 'PLANNED',
  UNDER_WAY = 'UNDER_WAY',
  DONE = 'DONE',
}
registerEnumType(CommitmentStatus, {
  name: 'CommitmentStatus',
  description:
    'Where a commitment stands. UNKNOWN: nothing is recorded; it is not "not done". DONE: only with a document in evidence.',
});

/** A step on the way to a commitment; a code, because free text never crosses a border. */
export enum MilestoneKind {
  AGREED = 'AGREED',
  FUNDED = 'FUNDED',
  STAFFED = 'STAFFED',
  STARTED = 'STARTED',
  HALFWAY = 'HALFWAY',
  REVIEWED = 'REVIEWED',
  COMPLETED = 'COMPLETED',
}
registerEnumType(MilestoneKind, { name: 'MilestoneKind', description: 'A step on the way to a commitment.' });

/** What of a commitment was changed. */
export enum CommitmentPart {
  STATUS = 'STATUS',
  MILESTONES = 'MILESTONES',
  EVIDENCE = 'EVIDENCE',
  NOTE = 'NOTE',
}
registerEnumType(CommitmentPart, { name: 'CommitmentPart', description: 'What of a commitment was changed.' });
