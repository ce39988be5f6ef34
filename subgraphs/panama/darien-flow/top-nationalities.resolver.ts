import { requestError } from '@pasarela/schema/errors';
import { MAX_PAGE } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { readTopNationalities } from './read-top-nationalities';
import { TopNationalities, TopNationalitiesArguments } from './top-nationalities';

/** Answers which nationality groups had the most arrivals in the latest month held. */
@Resolver()
export class TopNationalitiesResolver {
  @Query(() => TopNationalities, {
    nullable: true,
    description:
      'The nationality groups with the most arrivals in the latest month of which the table is held (July 2022), against a year before.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienTopNationalities(
    @Args() { first }: TopNationalitiesArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<TopNationalities | null> {
    if (first < 1 || first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
    return readTopNationalities(connection, first);
  }
}
