import { Structural } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { CommitmentPart, CommitmentStatus, MilestoneKind } from './commitment-codes';

/** A step on the way to a commitment, with its days. */
@ObjectType({ description: 'A step on the way to a commitment: by when, and when it was reached.' })
@Structural()
export class CommitmentMilestone {
  @Field(() => MilestoneKind, { description: 'Which step.' })
  kind!: MilestoneKind;

  @Field(() => PartialDate, { nullable: true, description: 'The day by which it is planned; null where none is set.' })
  dueOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was reached; null until then.' })
  reachedOn!: string | null;
}

/** A document that shows how a commitment stands: its reference and digest, never its text. */
@ObjectType({
  description: 'A document that shows how a commitment stands: its reference and digest, never its text.',
})
@Structural()
export class EvidenceDocument {
  @Field(() => String, { description: "The document's reference with its issuer: letters, digits and . _ : / -" })
  reference!: string;

  @Field(() => String, { description: 'SHA-256 of the document, 64 hexadecimal digits: whoever has it can compare.' })
  sha256!: string;

  @Field(() => PartialDate, { description: 'The day that the document bears.' })
  datedOn!: string;
}

/** One change of a commitment. */
@ObjectType({ description: 'One change of a commitment: by whom, when, and what.' })
@Structural()
export class CommitmentChange {
  @Field(() => Int, { description: 'The version that it made.' })
  version!: number;

  @Field(() => String, { description: 'When; an ISO instant.' })
  at!: string;

  @Field(() => String, { description: 'The party that changed it.' })
  byParty!: string;

  @Field(() => String, { description: 'The agency that changed it.' })
  byAgency!: string;

  @Field(() => [CommitmentPart], { description: 'What was changed.' })
  changed!: CommitmentPart[];

  @Field(() => CommitmentStatus, { description: 'The status before.' })
  statusBefore!: CommitmentStatus;

  @Field(() => CommitmentStatus, { description: 'The status after.' })
  statusAfter!: CommitmentStatus;
}

/** Who of the party's own people made a version. */
@ObjectType({ description: "Who of the party's own people made a version; for the party's own oversight." })
@Structural()
export class CommitmentAuthor {
  @Field(() => Int, { description: 'The version.' })
  version!: number;

  @Field(() => String, { description: "The issuer's name for the official." })
  by!: string;
}
