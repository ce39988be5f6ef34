import { Attribute, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { HeldState } from './held-state';
import { Place } from './place';

/** What of the water was tested; each has one unit. */
export enum WaterParameter {
  E_COLI_PER_100_ML = 'E_COLI_PER_100_ML',
  FECAL_COLIFORMS_PER_100_ML = 'FECAL_COLIFORMS_PER_100_ML',
  TURBIDITY_NTU = 'TURBIDITY_NTU',
  PH = 'PH',
  DISSOLVED_OXYGEN_MG_PER_L = 'DISSOLVED_OXYGEN_MG_PER_L',
  NITRATE_MG_PER_L = 'NITRATE_MG_PER_L',
}
registerEnumType(WaterParameter, {
  name: 'WaterParameter',
  description: 'What of the water was tested, with its unit.',
});

/** A test of water at a community, or the row that says that none is held. */
@ObjectType({
  description:
    "A test of water at a community, or one row that says that none is held (UNKNOWN). The result is its party's.",
})
@Owner('JOINT')
@Attribute('contributedBy', { as: 'PUBLIC', changes: false })
export class WaterTest {
  @Field(() => HeldState, { description: 'VALUE for a test that was reported; UNKNOWN where none is held.' })
  @Sensitivity('PUBLIC')
  state!: HeldState;

  @Field(() => Place, { description: 'Where the water was taken.' })
  @Sensitivity('PUBLIC')
  site!: Place;

  @Field(() => String, {
    description: 'The party that reported it; where none is held, the party in whose country the site lies.',
  })
  @Sensitivity('PUBLIC')
  contributedBy!: string;

  @Field(() => String, { description: 'The dataset.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which the water was taken.' })
  @Sensitivity('OPERATIONAL')
  testedOn!: string | null;

  @Field(() => WaterParameter, { nullable: true, description: 'What was tested, with its unit.' })
  @Sensitivity('OPERATIONAL')
  parameter!: WaterParameter | null;

  @Field(() => Float, { nullable: true, description: 'What was measured, in the unit of the parameter.' })
  @Sensitivity('OPERATIONAL')
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The limit that the reporting party applies, in the same unit; null where it names none.',
  })
  @Sensitivity('OPERATIONAL')
  limit!: number | null;
}
