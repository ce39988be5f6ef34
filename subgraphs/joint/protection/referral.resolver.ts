import { every } from '@pasarela/schema/access/conditions/record-filter';
import type { ConnectionPage } from '@pasarela/serve/domain/connection';
import { PageArguments } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { quartersBetween } from './calendar';
import { Referral, ReferralConnection } from './referral';
import { referralModel } from './referral.model';
import { ReferralCompletion, ReferralCompletionArguments } from './referral-completion';
import { type ReferralCompletionDocument, referralCompletionModel } from './referral-completion.model';
import { ReportReferralOutcomeInput, reportReferralOutcome } from './report-referral-outcome';
import { completionsOf, referralOf } from './show-referrals';

/** Answers referrals and their completion, and lets contributors report outcomes. */
@Resolver()
export class ReferralResolver {
  @Query(() => ReferralConnection, {
    nullable: true,
    description: 'Referrals without identity, for their contributor and the addressed organisation alone.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async referrals(@Args() page: PageArguments, @Ctx() context: ServeContext): Promise<ConnectionPage<Referral>> {
    return readPage(page, {
      type: 'Referral',
      ids: context.ids,
      model: referralModel(context.connection),
      matching: [context.existing('Referral')],
      nodeOf: (document) => referralOf(document, context),
    });
  }

  @Query(() => [ReferralCompletion], {
    nullable: true,
    description:
      'Referrals made and completed, by station and quarter, each row of one contributor. Never added over contributors.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async referralCompletion(
    @Args() { from, to }: ReferralCompletionArguments,
    @Ctx() context: ServeContext,
  ): Promise<ReferralCompletion[]> {
    quartersBetween(from, to);
    const matching = every([context.existing('ReferralCompletion'), { year: { $gte: from, $lte: to } }]);
    const rows = await referralCompletionModel(context.connection)
      .find(matching as QueryFilter<ReferralCompletionDocument>)
      .lean<ReferralCompletionDocument[]>();
    return completionsOf(rows, context);
  }

  @Mutation(() => Referral, {
    nullable: true,
    description:
      'Reports what became of a referral, for the party that made it. Safe to retry with the same clientKey; a stale version is a conflict.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async reportReferralOutcome(
    @Arg('input', () => ReportReferralOutcomeInput) input: ReportReferralOutcomeInput,
    @Ctx() context: ServeContext,
  ): Promise<Referral> {
    return referralOf(await reportReferralOutcome(input, context), context);
  }
}
