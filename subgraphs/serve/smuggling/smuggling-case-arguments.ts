import { ArgsType, type ClassType, Field, ID, InputType } from 'type-graphql';
import { PageArguments } from '../domain/connection';
import { Reads } from '../domain/labels';
import { YearMonth } from '../domain/scalars';
import { type CaseOwner, caseTypeName } from './case-domain';
import { CaseStatus } from './case-handling';
import { ICCS_MEANING } from './iccs-codes';

/** What a list of cases can be narrowed by. */
export interface SmugglingCaseFilter {
  readonly status?: CaseStatus | null;
  readonly iccsCode?: string | null;
  readonly routeFrom?: string | null;
  readonly openedMonth?: string | null;
}

/** Makes the filter of an owner's cases; each input needs the field that it reads. */
export function caseFilterType(owner: CaseOwner): ClassType<SmugglingCaseFilter> {
  const type = caseTypeName(owner);

  @InputType(`${type}Filter`, { description: 'Narrows the cases; all that is given must hold.' })
  class Filter implements SmugglingCaseFilter {
    @Field(() => CaseStatus, { nullable: true, description: 'Where the case stands.' })
    @Reads(`${type}.status`)
    status?: CaseStatus | null;

    @Field(() => String, { nullable: true, description: `A code that the case holds: ${ICCS_MEANING}.` })
    @Reads(`${type}.iccsCodes`)
    iccsCode?: string | null;

    @Field(() => ID, { nullable: true, description: 'ISO 3166-2 of the place in which a route of the case begins.' })
    @Reads(`${type}.routes`)
    @Reads(`${owner.prefix}SmugglingRoute.from`, 'firstAdministrativeLevel')
    routeFrom?: string | null;

    @Field(() => YearMonth, { nullable: true, description: 'The month in which the case was opened.' })
    @Reads(`${type}.openedOn`, 'month')
    openedMonth?: string | null;
  }
  return Filter;
}

/** A page of cases, narrowed by a filter. */
export interface SmugglingCasePage extends PageArguments {
  readonly filter?: SmugglingCaseFilter | null;
}

/** Makes the arguments of an owner's list of cases. */
export function casePageArguments(owner: CaseOwner): ClassType<SmugglingCasePage> {
  const filterType = caseFilterType(owner);

  @ArgsType()
  class CaseArguments extends PageArguments {
    @Field(() => filterType, { nullable: true, description: 'Narrows the list.' })
    filter?: SmugglingCaseFilter | null;
  }
  return CaseArguments;
}

/** Makes the key of one of an owner's cases. */
export function caseKeyArguments(owner: CaseOwner): ClassType<{ id: string }> {
  @ArgsType()
  class CaseKey {
    @Field(() => ID, { description: 'The opaque id of the case, as given to this requester for this purpose.' })
    @Reads(`${caseTypeName(owner)}.id`)
    id!: string;
  }
  return CaseKey;
}
