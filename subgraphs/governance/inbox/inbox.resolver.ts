import { type ConnectionPage, PageArguments } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AffectedQuestions } from '../questions/affected-question';
import { InboxConnection, InboxItem, InboxItemKind } from './inbox-item';
import { inboxOf } from './inbox-of';
import { pageOfItems } from './page-of-items';
import { questionsOfLapse } from './questions-of-lapse';

/** Answers what waits for administrators and data-protection officers. */
@Resolver(() => InboxItem)
export class InboxResolver {
  @Query(() => InboxConnection, {
    nullable: true,
    description: 'What waits for your party, and only what concerns it: what ends soonest first, then the newest.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async inbox(@Args() page: PageArguments, @Ctx() context: ServeContext): Promise<ConnectionPage<InboxItem>> {
    return pageOfItems(await inboxOf(context), page);
  }

  @FieldResolver(() => AffectedQuestions, {
    nullable: true,
    description:
      "AGREEMENT_LAPSES: the saved questions that are answered otherwise once it ended, your own party's in full, others' as counts.",
  })
  @Sensitivity('OPERATIONAL')
  async questions(@Root() item: InboxItem, @Ctx() context: ServeContext): Promise<AffectedQuestions | null> {
    if (item.kind !== InboxItemKind.AGREEMENT_LAPSES || !item.until) return null;
    return questionsOfLapse(Date.parse(item.until), context);
  }
}
