import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType } from 'type-graphql';

/** The latest published figures of temporary protection for one nationality. */
@ObjectType({
  description:
    'The latest published figures of temporary protection (PPT). They are about Venezuelans: NOT_APPLICABLE for all others.',
})
@Owner('COL')
export class NationalityPermits {
  @Field(() => PartialDate, {
    nullable: true,
    description: 'The latest date among the figures; each count has its own.',
  })
  @Sensitivity('PUBLIC')
  asOf!: string | null;

  @Field(() => Count, { description: 'Permits in the hands of their holders.' })
  @Sensitivity('PUBLIC')
  permitsDelivered!: Count;

  @Field(() => Count, { description: 'Permits authorised, delivered or not.' })
  @Sensitivity('PUBLIC')
  permitsAuthorised!: Count;

  @Field(() => Count, { description: 'Applications in process.' })
  @Sensitivity('PUBLIC')
  inProcess!: Count;
}
