import { Attribute, Key, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { GuardianLink } from './guardian-link';
import { PermitHolder } from './permit-holder';
import { PermitStage } from './permit-stage';
import { Place } from './place';

/** One change of a permit's stage. */
@ObjectType({ description: "One change of a permit's stage." })
@Owner('COL')
export class PermitStageChange {
  @Field(() => PermitStage, { nullable: true, description: 'The stage that began.' })
  @Sensitivity('PERSONAL', 'NONE')
  stage!: PermitStage | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it began.' })
  @Sensitivity('PERSONAL', 'NONE')
  on!: string | null;
}

/** One application for the temporary protection permit, and the permit if it was given. Synthetic. */
@ObjectType({
  description:
    'One application for the temporary protection permit (PPT), and the permit if it was given. SYNTHETIC: no real person is behind any record.',
})
@Key('id')
@Owner('COL')
@Records('PERMIT')
@Attribute('nationality', { path: 'holder.nationality', as: 'PERSONAL' })
@Attribute('minor', { path: 'holder.minor', type: 'BOOLEAN', as: 'PERSONAL' })
@Attribute('currentStage', { as: 'PERSONAL' })
@Attribute('registeredOn', { as: 'PERSONAL', changes: false })
export class Permit {
  @Field(() => ID, { description: 'Opaque; opens for the same party, agreement, purpose and quarter only.' })
  @Sensitivity('OPERATIONAL')
  id!: string;

  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PermitStage, { nullable: true, description: 'The stage in which the application stands.' })
  @Sensitivity('PERSONAL', 'NONE')
  currentStage!: PermitStage | null;

  @Field(() => PermitStage, {
    nullable: true,
    description:
      'The furthest stage of the funnel that was reached; kept when the permit is REQUIRED, DENIED or CANCELLED.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  stageReached!: PermitStage | null;

  @Field(() => [PermitStageChange], {
    nullable: true,
    description: 'Every stage with the day on which it began, oldest first.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  stageHistory!: PermitStageChange[] | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day of preregistration in the RUMV.' })
  @Sensitivity('PERSONAL', 'NONE')
  registeredOn!: string | null;

  @Field(() => Place, { nullable: true, description: 'Department of residence, or Bogota D.C.' })
  @Sensitivity('PERSONAL', 'LOCATION')
  department!: Place | null;

  @Field(() => Place, { nullable: true, description: 'Municipality of residence, where the code list holds it.' })
  @Sensitivity('SENSITIVE', 'LOCATION')
  municipality!: Place | null;

  @Field(() => PermitHolder, { nullable: true, description: 'The applicant or holder.' })
  @Sensitivity('PERSONAL', 'NONE')
  holder!: PermitHolder | null;

  @Field(() => GuardianLink, {
    nullable: true,
    description: 'The guardian of a child who holds a permit, where a link was made.',
  })
  @Sensitivity('SENSITIVE', 'GUARDIAN', 'CHILD')
  guardianLink!: GuardianLink | null;
}
