import { PageArguments } from '@pasarela/serve/domain/connection';
import { Reads } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PermitStage } from './permit-stage';

/** What the list of permits can be narrowed by; each input needs the field that it reads. */
@InputType({ description: 'Narrows the permits; all that is given must hold.' })
export class PermitFilter {
  @Field(() => PermitStage, { nullable: true, description: 'The stage in which the application stands.' })
  @Reads('Permit.currentStage')
  currentStage?: PermitStage | null;

  @Field(() => ID, { nullable: true, description: 'ISO 3166-2 of the department, or CO-DC.' })
  @Reads('Permit.department', 'firstAdministrativeLevel')
  department?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The month of preregistration.' })
  @Reads('Permit.registeredOn', 'month')
  registeredMonth?: string | null;
}

/** A page of permits, narrowed by a filter. */
@ArgsType()
export class PermitArguments extends PageArguments {
  @Field(() => PermitFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PermitFilter | null;
}
