import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';

/** Panama's count of one nationality in one month. */
@ObjectType({ description: "Panama's count of one nationality's crossings northward in one month." })
@Owner('PAN')
export class NationalityMonthCrossings {
  @Field(() => YearMonth, { description: 'The month.' })
  @Sensitivity('PUBLIC')
  month!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The printed group that the nationality belongs to (HTI+BRA+CHL for HTI); null when no group names it.',
  })
  @Sensitivity('PUBLIC')
  publishedGroup!: string | null;

  @Field(() => Count, {
    nullable: true,
    description: 'The nationality alone; NOT_PUBLISHED where it is printed only inside a group, or not at all.',
  })
  @Sensitivity('PUBLIC')
  count!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'The whole printed group: more people than this nationality where the group names several.',
  })
  @Sensitivity('PUBLIC')
  publishedGroupCount!: Count;
}

/** Which months. */
@ArgsType()
export class NationalityMonthsArguments {
  @Field(() => YearMonth, { description: 'The first month.' })
  @Reads('NationalityMonthCrossings.month')
  from!: string;

  @Field(() => YearMonth, { description: 'The last month, at most 239 after the first.' })
  @Reads('NationalityMonthCrossings.month')
  to!: string;
}
