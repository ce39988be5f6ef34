import { PageArguments } from '@pasarela/serve/domain/connection';
import { Reads } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CaseStatus } from './case-handling';
import { ICCS_MEANING } from './iccs-codes';

/** What the list of cases can be narrowed by; each input needs the field that it reads. */
@InputType({ description: 'Narrows the cases; all that is given must hold.' })
export class SmugglingCaseFilter {
  @Field(() => CaseStatus, { nullable: true, description: 'Where the case stands.' })
  @Reads('SmugglingCase.status')
  status?: CaseStatus | null;

  @Field(() => String, { nullable: true, description: `A code that the case holds: ${ICCS_MEANING}.` })
  @Reads('SmugglingCase.iccsCodes')
  iccsCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'ISO 3166-2 of the place in which the corridor begins.' })
  @Reads('SmugglingCase.corridor')
  @Reads('SmugglingCorridor.from', 'firstAdministrativeLevel')
  corridorFrom?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The month in which the case was opened.' })
  @Reads('SmugglingCase.openedOn', 'month')
  openedMonth?: string | null;
}

/** A page of cases, narrowed by a filter. */
@ArgsType()
export class SmugglingCaseArguments extends PageArguments {
  @Field(() => SmugglingCaseFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: SmugglingCaseFilter | null;
}

/** The key of one case. */
@ArgsType()
export class SmugglingCaseKey {
  @Field(() => ID, { description: 'The opaque id of the case, as given to this requester for this purpose.' })
  @Reads('SmugglingCase.id')
  id!: string;
}
