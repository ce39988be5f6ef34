import { requestError } from '@pasarela/schema/errors';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { RuleTextInput } from '../drafts/rule-text';
import { officeOf } from '../governance-service';
import { ownersSeenBy } from '../own-rules';
import { checkRules } from './check-rules';
import { RuleProblem } from './rule-problem';

/** Answers what is wrong with rules before they are written as a draft. */
@Resolver(() => RuleProblem)
export class CheckRulesResolver {
  @Query(() => [RuleProblem], {
    nullable: true,
    description: 'Everything that is wrong with texts of your own rules; an empty list when they could be drafted.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  checkRules(
    @Arg('owner', () => String, { description: 'Whose rules: your own party, or ALL.' })
    @Reads('RuleDraft.owner')
    owner: string,
    @Arg('documents', () => [RuleTextInput], { description: 'All texts of the owner as they shall be.' })
    documents: RuleTextInput[],
    @Ctx() context: ServeContext,
  ): RuleProblem[] {
    if (!ownersSeenBy(context).includes(owner)) throw requestError('NOT_YOUR_RULES', { owner });
    return checkRules(
      owner,
      documents.map(({ name, text }) => ({ name, text })),
      officeOf(context),
    );
  }
}
