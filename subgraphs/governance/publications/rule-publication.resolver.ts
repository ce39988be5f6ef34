import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { governanceOf } from '../governance-service';
import { type PublishedPart, publishedPartModel } from './published-part.model';
import { RulePublication } from './rule-publication';
import { showPublication } from './show-publication';

/** Answers what was published, and when. */
@Resolver(() => RulePublication)
export class RulePublicationResolver {
  @Query(() => [RulePublication], { nullable: true, description: 'Every publication of rules; the newest first.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async rulePublications(@Ctx() context: ServeContext): Promise<RulePublication[]> {
    const parts = await publishedPartModel(context.connection)
      .find()
      .sort({ publishedAt: -1, _id: 1 })
      .lean<PublishedPart[]>();
    return parts.map((part) => showPublication(part, governanceOf(context)));
  }
}
