import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommitmentStatus, MilestoneKind } from './commitment-codes';

/** A step on the way to a commitment, as its party plans it. */
@InputType({ description: 'A step on the way to a commitment, as its party plans it. Days, not months.' })
export class CommitmentMilestoneInput {
  @Field(() => MilestoneKind, { description: 'Which step; each at most once.' })
  kind!: MilestoneKind;

  @Field(() => PartialDate, { nullable: true, description: 'The day by which it is planned.' })
  dueOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was reached; none that is to come.' })
  reachedOn?: string | null;
}

/** A document in evidence. */
@InputType({ description: 'A document in evidence: what names it, never what it says.' })
export class EvidenceDocumentInput {
  @Field(() => String, { description: 'Its reference with its issuer, 3 to 80 of A-Z a-z 0-9 . _ : / - (no spaces).' })
  reference!: string;

  @Field(() => String, { description: 'SHA-256 of the document, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => PartialDate, { description: 'The day that it bears; none that is to come.' })
  datedOn!: string;
}

/** What a party records of a commitment of its own; what is left out stays as it is. */
@InputType({
  description: 'What a party records of one of its own commitments; what is left out stays as it is.',
})
export class ChangeCommitmentInput {
  @Field(() => ID, { description: "One of your party's commitments: PAN:TECHNICAL_MEETING." })
  id!: string;

  @Field(() => Int, { description: 'Its version when you read it: another one means that it changed since.' })
  expectedVersion!: number;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;

  @Field(() => CommitmentStatus, {
    nullable: true,
    description: 'Where it stands. DONE needs evidence; once the due day is over, anything but UNKNOWN does.',
  })
  status?: CommitmentStatus | null;

  @Field(() => [CommitmentMilestoneInput], { nullable: true, description: 'All steps, in place of the ones recorded.' })
  milestones?: CommitmentMilestoneInput[] | null;

  @Field(() => [EvidenceDocumentInput], {
    nullable: true,
    description: 'Documents that are added; none is taken away.',
  })
  addEvidence?: EvidenceDocumentInput[] | null;

  @Field(() => String, { nullable: true, description: 'A note for your own party, at most 1,000 characters.' })
  note?: string | null;
}
