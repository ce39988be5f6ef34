import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { changeCommitment } from './change-commitment';
import { ChangeCommitmentInput } from './change-commitment-input';
import { ActionPlanCommitment } from './commitment';
import { StatementProgramme } from './programme';
import { readCommitments } from './read-commitments';
import { STATEMENT_COMMITMENTS } from './statement-commitments';

/** Which commitments; both conditions narrow. */
@ArgsType()
class CommitmentsArguments {
  @Field(() => StatementProgramme, { nullable: true, description: 'Of one programme; of all when left out.' })
  @Reads('ActionPlanCommitment.programme')
  programme?: StatementProgramme | null;

  @Field(() => String, { nullable: true, description: 'Of one party (COL, PAN, USA); of all when left out.' })
  @Reads('ActionPlanCommitment.contributedBy')
  contributedBy?: string | null;
}

/** Answers the commitments of the joint statement, and takes what their parties report. */
@Resolver(() => ActionPlanCommitment)
export class CommitmentResolver {
  @Query(() => [ActionPlanCommitment], {
    nullable: true,
    description:
      'The commitments of the joint statement of 26 August 2024, a row for each party that reports on one. A row without a report is UNKNOWN, never "not done".',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  async actionPlanCommitments(
    @Args() { programme, contributedBy }: CommitmentsArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<ActionPlanCommitment[]> {
    const wanted = [...STATEMENT_COMMITMENTS.values()].filter(
      (commitment) =>
        (programme ?? commitment.programme) === commitment.programme &&
        (contributedBy ?? commitment.contributedBy) === commitment.contributedBy,
    );
    return readCommitments(connection, wanted);
  }

  @Mutation(() => ActionPlanCommitment, {
    nullable: true,
    description:
      "Records how one of your party's commitments stands: a new version, and the earlier ones stay. Safe to retry with the same clientKey.",
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  changeCommitment(
    @Arg('input', () => ChangeCommitmentInput) input: ChangeCommitmentInput,
    @Ctx() context: ServeContext,
  ): Promise<ActionPlanCommitment> {
    return changeCommitment(input, context);
  }
}
