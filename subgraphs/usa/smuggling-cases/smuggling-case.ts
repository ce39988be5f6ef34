import { Attribute, Key, Owner, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate, PersonKey } from '@pasarela/serve/domain/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CaseEvent } from './case-event';
import { CaseStatus, HandlingCode, SourceGrade, TrafficLight } from './case-handling';
import { CasePerson } from './case-person';
import { ICCS_MEANING } from './iccs-codes';
import { SmugglingCorridor } from './smuggling-corridor';
import { SmugglingNetwork } from './smuggling-network';

/** One case of migrant smuggling, trafficking in persons or document forgery. Synthetic. */
@ObjectType({
  description:
    'One case of migrant smuggling, trafficking in persons or document forgery. SYNTHETIC: no real case is behind any record.',
})
@Key('id')
@Owner('USA')
@Records('CASE')
@Attribute('handlingCode', { as: 'OPERATIONAL' })
@Attribute('tlp', { as: 'OPERATIONAL' })
@Attribute('originator', { as: 'OPERATIONAL' })
@Attribute('openedOn', { as: 'OPERATIONAL', changes: false })
@Attribute('openedMonth', { as: 'OPERATIONAL', changes: false })
@Attribute('status', { as: 'OPERATIONAL' })
export class SmugglingCase {
  @Field(() => ID, { description: 'Opaque; opens for the same party, purpose and quarter only.' })
  @Sensitivity('OPERATIONAL')
  id!: string;

  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PersonKey, { nullable: true, description: "The owner's number of the case." })
  @Sensitivity('OPERATIONAL')
  caseNumber!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `ICCS codes of the offences: ${ICCS_MEANING}. One case may hold several.`,
  })
  @Sensitivity('OPERATIONAL')
  iccsCodes!: string[] | null;

  @Field(() => CaseStatus, { nullable: true, description: 'Where the case stands.' })
  @Sensitivity('OPERATIONAL')
  status!: CaseStatus | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which the case was opened.' })
  @Sensitivity('OPERATIONAL')
  openedOn!: string | null;

  @Field(() => SmugglingCorridor, { nullable: true, description: 'The way that the case is about.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  corridor!: SmugglingCorridor | null;

  @Field(() => String, { nullable: true, description: 'The agency that leads the case.' })
  @Sensitivity('OPERATIONAL')
  leadAgency!: string | null;

  @Field(() => HandlingCode, { nullable: true, description: 'What may be done with the information.' })
  @Sensitivity('OPERATIONAL')
  handlingCode!: HandlingCode | null;

  @Field(() => SourceGrade, { nullable: true, description: 'How far the source is trusted.' })
  @Sensitivity('OPERATIONAL')
  sourceGrade!: SourceGrade | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far the information is trusted: 1 not in doubt, 2 known to the source itself, 3 not known to it but corroborated, 4 neither.',
  })
  @Sensitivity('OPERATIONAL')
  informationGrade!: number | null;

  @Field(() => TrafficLight, { nullable: true, description: 'With whom the document may be shared.' })
  @Sensitivity('OPERATIONAL')
  tlp!: TrafficLight | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who the information is from; the recipient may not pass it on without them.',
  })
  @Sensitivity('OPERATIONAL')
  originator!: string | null;

  @Field(() => String, { nullable: true, description: 'Who the source is. For the originator only.' })
  @Sensitivity('PROTECTED', 'SOURCE')
  sourceIdentity!: string | null;

  @Field(() => String, { nullable: true, description: 'What the investigators wrote.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  narrative!: string | null;

  @Field(() => [CaseEvent], { nullable: true, description: 'The course of the case, oldest first.' })
  @Sensitivity('OPERATIONAL')
  history!: CaseEvent[] | null;

  @Field(() => [CasePerson], {
    nullable: true,
    description: 'Persons in the case. Under ENFORCEMENT only suspects exist.',
  })
  @Sensitivity('PERSONAL', 'NONE')
  persons!: CasePerson[] | null;

  @Field(() => [SmugglingNetwork], { nullable: true, description: 'Networks named in the case.' })
  @Sensitivity('OPERATIONAL')
  networks!: SmugglingNetwork[] | null;
}
