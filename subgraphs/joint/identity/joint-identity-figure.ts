import { Count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What is counted over several parties at once. */
export enum JointFigure {
  CASES_LINKED_IN_TWO_COUNTRIES = 'CASES_LINKED_IN_TWO_COUNTRIES',
  DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO = 'DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO',
}
registerEnumType(JointFigure, {
  name: 'JointIdentityFigureKind',
  description:
    'CASES_LINKED_IN_TWO_COUNTRIES: cases in which at least two parties hold linked persons. DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO: document numbers whose MRZ check digits failed and that at least two parties saw; a misread document fails too, so this is no count of forgeries.',
});

/** One figure of one release. */
@ObjectType({
  description:
    'One figure that was counted over what the parties contributed under a key of that release, at least 10 or suppressed, frozen. No party is told which, whose or with whom. SYNTHETIC.',
})
@Owner('JOINT')
export class JointIdentityFigure {
  @Field(() => JointFigure, { description: 'What is counted.' })
  @Sensitivity('PUBLIC')
  figure!: JointFigure;

  @Field(() => String, { description: 'The release, by its quarter: 2025-Q1. It never changes.' })
  @Sensitivity('PUBLIC')
  release!: string;

  @Field(() => Count, { nullable: true, description: 'The figure.' })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** Which figure. */
@ArgsType()
export class JointFigureArguments {
  @Field(() => JointFigure, { description: 'What is counted.' })
  @Reads('JointIdentityFigure.figure')
  figure!: JointFigure;
}
