import { Count } from '@pasarela/serve/domain/count';
import { Attribute, Owner, Reads, Records, Sensitivity } from '@pasarela/serve/domain/labels';
import { SpecificNeed, YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Contributed } from './contributed';
import { ContributionChange } from './contribution-change';
import { Place } from './place';

/** How often one specific need was recorded at one station in one month, by one contributor. */
@ObjectType({
  description:
    'How many persons at a station in a month had one specific need by UNHCR code, as one contributor recorded it. Violence, torture, serious illness and legal and physical protection are never kept by station.',
})
@Owner('JOINT')
@Records('PLACE')
@Attribute('contributedBy', { as: 'OPERATIONAL', changes: false })
export class StationSpecificNeed extends Contributed {
  @Field(() => YearMonth, { description: 'The month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => Place, {
    nullable: true,
    description: 'The migrant reception station, or the community where people arrive.',
  })
  @Sensitivity('OPERATIONAL')
  station!: Place;

  @Field(() => SpecificNeed, { nullable: true, description: "UNHCR's code of the need: a sub-code such as SC-UC." })
  @Sensitivity('OPERATIONAL')
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: "UNHCR's English label of the code; the DS codes were revised since.",
  })
  @Sensitivity('OPERATIONAL')
  label!: string | null;

  @Field(() => Count, { nullable: true, description: 'Persons; SUPPRESSED under 10, zero too.' })
  @Sensitivity('STATISTICAL')
  persons!: Count;

  @Field(() => Int, { nullable: true, description: 'How often the contributor wrote the record; needed to change it.' })
  @Sensitivity('OPERATIONAL')
  version!: number;

  @Field(() => [ContributionChange], { nullable: true, description: "Every change, for the contributor's own people." })
  @Sensitivity('PERSONAL', 'NONE')
  history!: ContributionChange[];
}

/** Which months of needs at stations. */
@ArgsType()
export class StationSpecificNeedsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('StationSpecificNeed.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('StationSpecificNeed.month')
  to!: string;
}
