import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { governanceOf } from '../governance-service';
import { AT_DESCRIPTION, readInstant } from '../simulation/read-instant';
import { rulesAskedAbout } from '../simulation/rules-asked-about';
import { affectedAsSeenBy } from './affected-as-seen-by';
import { AffectedQuestions } from './affected-question';
import { registeredQuestions } from './read-questions';

/** Answers which saved questions a draft would change. */
@Resolver(() => AffectedQuestions)
export class AffectedQuestionsResolver {
  @Query(() => AffectedQuestions, {
    nullable: true,
    description:
      "Which saved questions would be answered otherwise with a draft: your own party's in full, others' as counts.",
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async affectedQuestions(
    @Arg('draft', () => ID) @Reads('RuleDraft.id') draft: string,
    @Arg('at', () => String, { nullable: true, description: AT_DESCRIPTION })
    @Reads('QuestionChange.after')
    at: string | null,
    @Ctx() context: ServeContext,
  ): Promise<AffectedQuestions> {
    const { office, questions } = governanceOf(context);
    const instant = readInstant(at, context.now);
    const before = { ruleSet: office.ruleSet(), at: instant };
    const after = { ruleSet: await rulesAskedAbout(draft, context), at: instant };
    const changed = await questions.questionsThatChange(await registeredQuestions(context.connection), before, after);
    return affectedAsSeenBy(context.requester.party, changed);
  }
}
