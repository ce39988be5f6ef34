import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { applicationsOf, UsaAsylumApplications } from './asylum-applications';
import { ApplicationsArguments, DecisionsArguments, originsOf, yearsBetween } from './asylum-arguments';
import { UsaAsylumAuthority } from './asylum-codes';
import { absentDecisions, decisionsOf, UsaAsylumDecisions } from './asylum-decisions';
import type { ApplicationRow, DecisionRow } from './asylum-row';
import { type AsylumYear, applicationYearModel, decisionYearModel } from './asylum-year.model';

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
    const tables = await applicationYearModel(connection)
      .find({ year: { $in: years } })
      .sort({ year: 1 })
      .lean<AsylumYear<ApplicationRow>[]>();
    return cellsOf(asked, years, tables).map(({ origin, year, printed }) => applicationsOf(year, origin, printed));
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
    const tables = await decisionYearModel(connection)
      .find({ year: { $in: years } })
      .sort({ year: 1 })
      .lean<AsylumYear<DecisionRow>[]>();
    return cellsOf(asked, years, tables).flatMap(({ origin, year, printed }) => [
      ...printed.map(decisionsOf),
      ...FIRST_DECISIONS.filter((authority) => !printed.some((row) => row.authority === authority)).map((authority) =>
        absentDecisions(year, origin, authority),
      ),
    ]);
  }
}

const FIRST_DECISIONS = [UsaAsylumAuthority.USCIS, UsaAsylumAuthority.EOIR] as const;

/** Every nationality in every year, with what is printed of it. @param asked null for all that are printed. */
function cellsOf<Row extends { readonly origin: string }>(
  asked: readonly string[] | null,
  years: readonly number[],
  tables: ReadonlyArray<AsylumYear<Row>>,
): Array<{ origin: string; year: number; printed: Row[] }> {
  const printed = new Map(tables.map(({ year, rows }) => [year, Map.groupBy(rows, ({ origin }) => origin)]));
  const origins = asked ?? [...new Set(tables.flatMap(({ rows }) => rows.map(({ origin }) => origin)))].toSorted();
  return origins.flatMap((origin) =>
    years.map((year) => ({ origin, year, printed: printed.get(year)?.get(origin) ?? [] })),
  );
}
