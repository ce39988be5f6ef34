import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType } from 'type-graphql';

/** What is published about the permit for guardians of children who hold a PPT. */
@ObjectType({
  description:
    'The special stay permit for guardians of children who hold a PPT (PEP-TUTOR). Different from the earlier PEP and from the PPT.',
})
@Owner('COL')
export class PepTutor {
  @Field(() => [String], { description: 'The norms, as cited in Colombia.' })
  @Sensitivity('PUBLIC')
  legalBasis!: readonly string[];

  @Field(() => String, { description: 'Who may apply.' })
  @Sensitivity('PUBLIC')
  eligibility!: string;

  @Field(() => PartialDate, { description: 'First day of applications.' })
  @Sensitivity('PUBLIC')
  applicationsFrom!: string;

  @Field(() => PartialDate, { description: 'Last day of applications.' })
  @Sensitivity('PUBLIC')
  applicationsTo!: string;

  @Field(() => PartialDate, { description: 'The day on which every permit of the kind expires.' })
  @Sensitivity('PUBLIC')
  expiresOn!: string;

  @Field(() => [String], { description: 'Where this was read.' })
  @Sensitivity('PUBLIC')
  sources!: readonly string[];

  @Field(() => Count, { description: 'Children with a PPT and without a registered family unit.' })
  @Sensitivity('PUBLIC')
  childrenWithoutRegisteredFamily!: Count;

  @Field(() => Count, {
    description: 'Children whom the programme was announced to reach: a lower bound, not a count.',
  })
  @Sensitivity('PUBLIC')
  announcedReach!: Count;

  @Field(() => Count, { description: 'Applications by city and outcome: NOT_PUBLISHED.' })
  @Sensitivity('PUBLIC')
  applicationsByCityAndOutcome!: Count;
}
