import { Count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { Contributed } from './contributed';
import { Place } from './place';

/** One synthetic month of consultations and gender-based violence in one region. */
@ObjectType({
  description:
    'SYNTHETIC: consultations and patients of gender-based violence in one region and month, by one contributor. By month and region alone, never by station, flight or group; never to be set beside published figures.',
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class SyntheticAssistanceMonth extends Contributed {
  @Field(() => YearMonth, { description: 'The month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => Place, { nullable: true, description: 'The first administrative level.' })
  @Sensitivity('STATISTICAL')
  region!: Place;

  @Field(() => Count, { nullable: true, description: 'Consultations; SUPPRESSED under 10, zero too.' })
  @Sensitivity('STATISTICAL')
  consultations!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Patients attended after gender-based violence; SUPPRESSED under 10, zero too.',
  })
  @Sensitivity('STATISTICAL')
  genderBasedViolencePatients!: Count;
}

/** Which synthetic months. */
@ArgsType()
export class SyntheticAssistanceArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('SyntheticAssistanceMonth.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('SyntheticAssistanceMonth.month')
  to!: string;
}
