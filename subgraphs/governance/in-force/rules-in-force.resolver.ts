import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { governanceOf, officeOf } from '../governance-service';
import { ListPageArguments, listPage } from './list-page';
import { RuleAgreement } from './rule-agreement';
import { RuleCap } from './rule-cap';
import { RuleDeprecation } from './rule-deprecation';
import { RuleParty } from './rule-party';
import { showAgreements, showCaps, showDeprecations, showParties } from './show-rules';

/** Answers what the rules in force say, object by object. */
@Resolver()
export class RulesInForceResolver {
  @Query(() => [RuleParty], { nullable: true, description: 'The parties to the exchange, by their codes.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  ruleParties(@Args(() => ListPageArguments) page: ListPageArguments, @Ctx() context: ServeContext): RuleParty[] {
    const { office, issuers } = governanceOf(context);
    return listPage(showParties(office.ruleSet(), issuers()), page);
  }

  @Query(() => [RuleAgreement], {
    nullable: true,
    description: 'The agreements, those that ended or are to come too, by their ids.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  ruleAgreements(
    @Arg('owner', () => String, { nullable: true }) @Reads('RuleAgreement.owner') owner: string | null,
    @Args(() => ListPageArguments) page: ListPageArguments,
    @Ctx() context: ServeContext,
  ): RuleAgreement[] {
    return listPage(ofOwner(showAgreements(officeOf(context).ruleSet()), owner), page);
  }

  @Query(() => [RuleCap], { nullable: true, description: 'The restrictions, by their ids.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  ruleCaps(
    @Arg('owner', () => String, { nullable: true }) @Reads('RuleCap.owner') owner: string | null,
    @Args(() => ListPageArguments) page: ListPageArguments,
    @Ctx() context: ServeContext,
  ): RuleCap[] {
    return listPage(ofOwner(showCaps(officeOf(context).ruleSet()), owner), page);
  }

  @Query(() => [RuleDeprecation], { nullable: true, description: 'The fields that are about to go, by their names.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  ruleDeprecations(
    @Args(() => ListPageArguments) page: ListPageArguments,
    @Ctx() context: ServeContext,
  ): RuleDeprecation[] {
    return listPage(showDeprecations(officeOf(context).ruleSet()), page);
  }
}

const ofOwner = <Row extends { readonly owner: string }>(rows: readonly Row[], owner: string | null): Row[] =>
  rows.filter((row) => owner == null || row.owner === owner);
