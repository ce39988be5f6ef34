import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ID, ObjectType } from 'type-graphql';
import { Place } from './place';

/** A synthetic post of state presence along the border. */
@ObjectType({ description: 'A post of state presence along the border. SYNTHETIC: no list of posts is held.' })
@Owner('PAN')
export class ControlPost {
  @Field(() => ID, { description: 'Opaque; another one for each partner, agreement, purpose and quarter.' })
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { description: 'The dataset; it begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => Place, { nullable: true, description: 'Where the post stands.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  place!: Place;

  @Field(() => String, {
    nullable: true,
    description:
      'The agency that runs it: SENAFRONT (border service), SNM (migration service), SENAN (air and naval service).',
  })
  @Sensitivity('OPERATIONAL')
  agency!: string;

  @Field(() => String, { nullable: true, description: 'Staff present, as a band: 1-9, 10-29, 30+.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  staffingBand!: string;
}
