import { type ConnectionPage, PageArguments } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { InboxConnection, InboxItem } from './inbox-item';
import { inboxOf } from './inbox-of';
import { pageOfItems } from './page-of-items';

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
}
