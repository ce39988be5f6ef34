import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';

/** Panama's count of one nationality in one year. */
@ObjectType({ description: "Panama's count of one nationality's crossings in one year." })
@Owner('PAN')
export class NationalityDarienCrossings {
  @Field(() => Int, { description: 'The year.' })
  @Sensitivity('PUBLIC')
  year!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The printed group that the nationality belongs to (HTI+BRA+CHL for HTI, BRA, CHL); null when no group names it.',
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

  @Field(() => Count, {
    nullable: true,
    description:
      'The last year-to-date figure printed for the nationality alone: read its coverage. Null when there is none.',
  })
  @Sensitivity('PUBLIC')
  latestYearToDate!: Count | null;
}

/** Which year. */
@ArgsType()
export class NationalityYearArguments {
  @Field(() => Int, { description: 'The year.' })
  @Reads('NationalityDarienCrossings.year')
  year!: number;
}
