import { Attribute, Key, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitmentStatus } from './commitment-codes';
import { CommitmentAuthor, CommitmentChange, CommitmentMilestone, EvidenceDocument } from './commitment-parts';
import { StatementProgramme } from './programme';

/** What one party reports on a programme of the joint statement. That the row exists is published; the rest is the party's. */
@ObjectType({
  description:
    "One party's report on a programme of the joint statement of 26 August 2024. The row is public; where it stands is told by the party that reports on it.",
})
@Key('id')
@Owner('JOINT')
@Attribute('contributedBy', { as: 'PUBLIC', changes: false })
export class ActionPlanCommitment {
  @Field(() => ID, { description: 'The party and the programme: PAN:TECHNICAL_MEETING.' })
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { description: 'The party that reports on it, ISO 3166-1 alpha-3: COL, PAN, USA.' })
  @Sensitivity('PUBLIC')
  contributedBy!: string;

  @Field(() => StatementProgramme, { description: 'The programme of the joint statement.' })
  @Sensitivity('PUBLIC')
  programme!: StatementProgramme;

  @Field(() => String, { description: 'The programme in our own words, in English.' })
  @Sensitivity('PUBLIC')
  titleEn!: string;

  @Field(() => String, { description: 'The same in Spanish.' })
  @Sensitivity('PUBLIC')
  titleEs!: string;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'The day by which the statement wants it; null where the statement sets none.',
  })
  @Sensitivity('PUBLIC')
  dueOn!: string | null;

  @Field(() => String, { description: 'Where the commitment was read.' })
  @Sensitivity('PUBLIC')
  source!: string;

  @Field(() => CommitmentStatus, {
    nullable: true,
    description: 'Where it stands. UNKNOWN until something is recorded; DONE only with evidence.',
  })
  @Sensitivity('OPERATIONAL')
  status!: CommitmentStatus | null;

  @Field(() => [CommitmentMilestone], { nullable: true, description: 'The steps on the way; empty until planned.' })
  @Sensitivity('OPERATIONAL')
  milestones!: CommitmentMilestone[] | null;

  @Field(() => [EvidenceDocument], { nullable: true, description: 'The documents that show it, the oldest first.' })
  @Sensitivity('OPERATIONAL')
  evidence!: EvidenceDocument[] | null;

  @Field(() => [CommitmentChange], { nullable: true, description: 'Every change, the oldest first.' })
  @Sensitivity('OPERATIONAL')
  history!: CommitmentChange[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it was changed; 0 until something is recorded. Give it when you change it.',
  })
  @Sensitivity('OPERATIONAL')
  version!: number | null;

  @Field(() => String, { nullable: true, description: "The party's own note; free text stays with its party." })
  @Sensitivity('OPERATIONAL', 'FREE_TEXT')
  note!: string | null;

  @Field(() => [CommitmentAuthor], { nullable: true, description: "Who of the party's own people made each version." })
  @Sensitivity('OPERATIONAL')
  authors!: CommitmentAuthor[] | null;
}
