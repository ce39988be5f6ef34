import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a figure of dead and missing counts. */
export enum DeathOrMissingMeasure {
  DEATHS = 'DEATHS',
  DEAD_OR_MISSING = 'DEAD_OR_MISSING',
  ABANDONED_CHILDREN = 'ABANDONED_CHILDREN',
}
registerEnumType(DeathOrMissingMeasure, {
  name: 'DeathOrMissingMeasure',
  description:
    'DEATHS: bodies or deaths recorded. DEAD_OR_MISSING: both in one figure. ABANDONED_CHILDREN: printed by Panama beside its deaths, and neither dead nor missing.',
});

/** One party's count of the dead and the missing. */
@ObjectType({
  description:
    "One party's count of dead or missing people in the Darién. Parties count differently and stand side by side, never summed; all know only of those who were found or reported.",
})
@Owner('JOINT')
export class DeathOrMissingCount {
  @Field(() => String, { nullable: true, description: 'The period as printed: 2022, 2024-01..08.' })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => DeathOrMissingMeasure, { nullable: true, description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  measure!: DeathOrMissingMeasure;

  @Field(() => Count, { nullable: true, description: 'Persons, by one counting party.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}
