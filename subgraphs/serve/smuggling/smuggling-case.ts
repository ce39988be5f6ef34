import { Field, ID, InterfaceType } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import { PartialDate, PersonKey } from '../domain/scalars';
import { CaseStatus, HandlingCode, TrafficLight } from './case-handling';
import { ICCS_MEANING } from './iccs-codes';
import { SmugglingNetwork } from './smuggling-network';
import { SmugglingRoute } from './smuggling-route';

/** What a case has in common whoever's it is. INVARIANT: it has no persons: those are each owner's alone. */
@InterfaceType({
  description:
    "One case of migrant smuggling, trafficking in persons or document forgery, whoever's it is. SYNTHETIC. Cases of two owners are never matched, and never counted together.",
  autoRegisterImplementations: false,
})
@Owner('ALL')
export abstract class SmugglingCase {
  @Field(() => ID, { nullable: true, description: 'Opaque; opens for the same party, purpose and quarter only.' })
  @Sensitivity('OPERATIONAL')
  id!: string | null;

  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, { description: 'The party whose case it is.' })
  @Sensitivity('PUBLIC')
  party!: string;

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

  @Field(() => [SmugglingRoute], { nullable: true, description: 'The ways that the case is about, in order.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  routes!: SmugglingRoute[] | null;

  @Field(() => [SmugglingNetwork], { nullable: true, description: 'Networks named in the case.' })
  @Sensitivity('OPERATIONAL')
  networks!: SmugglingNetwork[] | null;

  @Field(() => String, { nullable: true, description: 'The agency that leads the case.' })
  @Sensitivity('OPERATIONAL')
  leadAgency!: string | null;

  @Field(() => HandlingCode, { nullable: true, description: 'What may be done with the information.' })
  @Sensitivity('OPERATIONAL')
  handlingCode!: HandlingCode | null;

  @Field(() => TrafficLight, { nullable: true, description: 'With whom the document may be shared.' })
  @Sensitivity('OPERATIONAL')
  tlp!: TrafficLight | null;
}
