import { isCountryCode } from '@pasarela/schema/codes/countries';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Nationality, nationalityOf } from './nationality';
import { NationalityReturns } from './nationality-returns';
import { nationalityReturns } from './read-nationality-returns';
import { readTotals } from './read-totals';

/** What Panama's returns add to a nationality. */
@Resolver(() => Nationality)
export class NationalityResolver {
  @Query(() => [Nationality], {
    nullable: true,
    description: 'The nationalities of which a published total says that Panama returned people, by their codes.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async nationalitiesReturnedByPanama(@Ctx() { connection }: ServeContext): Promise<Nationality[]> {
    const named = (await readTotals(connection)).map(({ nationalityGroup }) => nationalityGroup ?? '');
    return [...new Set(named)].filter(isCountryCode).sort().map(nationalityOf);
  }

  @FieldResolver(() => NationalityReturns, {
    nullable: true,
    description: "Panama's published returns of this nationality: totals up to a date, not by month.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnsByPanama(
    @Root() { code }: Nationality,
    @Ctx() context: ServeContext,
  ): Promise<NationalityReturns | null> {
    return context.loaders.for(nationalityReturns(context.connection)).load(code);
  }
}
