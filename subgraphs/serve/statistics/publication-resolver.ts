import { safeToPublish } from '@pasarela/schema/disclosure-control/safe-to-publish/safe-to-publish';
import { Arg, type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { ownStatistics } from './own-statistics';
import { PublicationCheck, publicationCheck } from './publication-check';
import { type Publication, publicationInput } from './publication-inputs';
import { readPublication } from './read-publication';
import { checkOf, type DomainStatistics } from './statistic-table';

/** Makes the resolver by which an owner has a table checked before it is published anywhere. */
export function publicationResolver(domain: Pick<DomainStatistics, 'name' | 'party'>): ClassType<object> {
  const Input = publicationInput(domain);

  @Resolver()
  class PublicationResolver {
    @Query(() => PublicationCheck, {
      name: checkOf(domain),
      nullable: true,
      description:
        "Whether a table could be published without telling of small groups, here or by subtraction: one of the domain as it stands, or any that is pasted. For the owner's own staff; nothing of it is kept.",
    })
    @Owner(domain.party)
    @Sensitivity('STATISTICAL')
    async safe(
      @Arg('publication', () => Input, { description: 'What is to be checked.' }) publication: Publication,
      @Ctx() context: ServeContext,
    ): Promise<PublicationCheck> {
      const { statistics } = ownStatistics(context);
      return publicationCheck(await safeToPublish(await readPublication(publication, statistics, context.connection)));
    }
  }
  return PublicationResolver;
}
