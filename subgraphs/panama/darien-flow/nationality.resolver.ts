import { COUNTRY_CODES, isCountryCode } from '@pasarela/schema/codes/countries';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { monthsBetween, yearsBetween } from './calendar';
import { Nationality, nationalityOf } from './nationality';
import { NationalityDarienCrossings, NationalityYearArguments } from './nationality-darien-crossings';
import { NationalityMonthCrossings, NationalityMonthsArguments } from './nationality-month-crossings';
import { nationalityYears } from './read-nationality-crossings';
import { nationalityMonths } from './read-nationality-months';

/** Which nationalities. */
@ArgsType()
class NationalitiesArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'ISO 3166-1 alpha-3 codes; all when left out. An unknown code is left out of the answer.',
  })
  @Reads('Nationality.code')
  codes?: string[] | null;
}

/** Answers the code list of nationalities, and Panama's counts on each. */
@Resolver(() => Nationality)
export class NationalityResolver {
  @Query(() => [Nationality], {
    nullable: true,
    description: 'Nationalities by ISO 3166-1 alpha-3, in the order asked.',
  })
  @Owner('ANY')
  @Sensitivity('PUBLIC')
  nationalities(@Args() { codes }: NationalitiesArguments): Nationality[] {
    return [...new Set(codes?.filter(isCountryCode) ?? COUNTRY_CODES)].map(nationalityOf);
  }

  @FieldResolver(() => NationalityDarienCrossings, {
    nullable: true,
    description: "Panama's count of this nationality's crossings of the Darién in a year.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienCrossings(
    @Root() { code }: Nationality,
    @Args() { year }: NationalityYearArguments,
    @Ctx() context: ServeContext,
  ): Promise<NationalityDarienCrossings | null> {
    const key = { code, year: yearsBetween(year, year)[0] as string };
    return context.loaders.for(nationalityYears(context.connection)).load(key);
  }

  @FieldResolver(() => [NationalityMonthCrossings], {
    nullable: true,
    description:
      "Panama's counts of this nationality's crossings of the Darién northward, a row a month; a month without data is a row too.",
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async darienCrossingsByMonth(
    @Root() { code }: Nationality,
    @Args() { from, to }: NationalityMonthsArguments,
    @Ctx() context: ServeContext,
  ): Promise<Array<NationalityMonthCrossings | null>> {
    const loader = context.loaders.for(nationalityMonths(context.connection));
    return Promise.all(monthsBetween(from, to).map((month) => loader.load({ code, month })));
  }
}
