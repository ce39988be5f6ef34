import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { applicationsOf, UsaAsylumApplications } from './asylum-applications';
import { ApplicationsArguments, DecisionsArguments, originsOf, yearsBetween } from './asylum-arguments';
import { UsaAsylumAuthority } from './asylum-codes';
import { absentDecisions, decisionsOf, UsaAsylumDecisions } from './asylum-decisions';
import type { ApplicationRow, DecisionRow } from './asylum-row';
import { applicationRowModel, decisionRowModel } from './asylum-row.model';

/** Answers UNHCR's published tables on asylum in the United States. There is no person in them. */
@Resolver()
export class AsylumResolver {
  @Query(() => [UsaAsylumApplications], {
    nullable: true,
    description:
      'Published asylum applications in the United States by nationality and year, 2010 to 2025; a nationality and year that is not printed is a row too.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async usaAsylumApplications(
    @Args() { from, to, origins }: ApplicationsArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<UsaAsylumApplications[]> {
    const years = yearsBetween(from, to);
    const asked = originsOf(origins);
    const rows = await applicationRowModel(connection)
      .find({ year: { $in: years }, ...(asked && { origin: { $in: asked } }) })
      .sort({ origin: 1, year: 1, type: -1, authority: 1 })
      .lean<ApplicationRow[]>();
    return cellsOf(asked, years, rows).map(({ origin, year, printed }) => applicationsOf(year, origin, printed));
  }

  @Query(() => [UsaAsylumDecisions], {
    nullable: true,
    description:
      'Published asylum decisions of the United States by authority, nationality and year, 2010 to 2025; small outcomes are suppressed.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async usaAsylumDecisions(
    @Args() { from, to, origins }: DecisionsArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<UsaAsylumDecisions[]> {
    const years = yearsBetween(from, to);
    const asked = originsOf(origins);
    const rows = await decisionRowModel(connection)
      .find({ year: { $in: years }, ...(asked && { origin: { $in: asked } }) })
      .sort({ origin: 1, year: 1, authority: 1 })
      .lean<DecisionRow[]>();
    return cellsOf(asked, years, rows).flatMap(({ origin, year, printed }) => [
      ...printed.map(decisionsOf),
      ...FIRST_DECISIONS.filter((authority) => !printed.some((row) => row.authority === authority)).map((authority) =>
        absentDecisions(year, origin, authority),
      ),
    ]);
  }
}

const FIRST_DECISIONS = [UsaAsylumAuthority.USCIS, UsaAsylumAuthority.EOIR] as const;

/** Every nationality in every year, with what is printed of it. @param asked null for all that are printed. */
function cellsOf<Row extends { readonly origin: string; readonly year: number }>(
  asked: readonly string[] | null,
  years: readonly number[],
  rows: readonly Row[],
): Array<{ origin: string; year: number; printed: Row[] }> {
  const printed = Map.groupBy(rows, ({ origin, year }) => `${origin} ${year}`);
  const origins = asked ?? [...new Set(rows.map(({ origin }) => origin))];
  return origins.flatMap((origin) =>
    years.map((year) => ({ origin, year, printed: printed.get(`${origin} ${year}`) ?? [] })),
  );
}
