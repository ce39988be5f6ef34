import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { officeModel } from './office.model';
import type { PublishedOffice } from './published-offices';
import { SafeMobilityStage } from './safe-mobility-codes';
import { absentFigure, figureOf, SafeMobilityFigure } from './safe-mobility-figure';
import { OfficesArguments, officeOf, SafeMobilityOffice } from './safe-mobility-office';
import type { SafeMobilityRow } from './safe-mobility-row';
import { safeMobilityRowModel } from './safe-mobility-row.model';

const NO_OFFICE_FIGURE =
  'No source that is held prints this for the office; safeMobilityFigures has all offices together.';
const NO_NATIONALITY =
  "No source that is held prints it by office and nationality; the office's own figure is not divided, even where it took one nationality.";
const COURSE = [SafeMobilityStage.REGISTERED, SafeMobilityStage.REFERRED, SafeMobilityStage.ARRIVED] as const;

const rowsOfOffices = batchPerConnection<string, SafeMobilityRow[]>((connection) => async (countries) => {
  const rows = await safeMobilityRowModel(connection)
    .find({ office: { $in: [...countries] } })
    .sort({ sequence: 1 })
    .lean<SafeMobilityRow[]>();
  return countries.map((country) => rows.filter(({ office }) => office === country));
});

/** Answers the offices, whom they took, and what is published of each. */
@Resolver(() => SafeMobilityOffice)
export class SafeMobilityOfficeResolver {
  @Query(() => [SafeMobilityOffice], {
    nullable: true,
    description: 'The Safe Mobility Offices: opening, closing and whom they took. None is active any longer.',
  })
  @Owner('USA')
  @Sensitivity('PUBLIC')
  async safeMobilityOffices(
    @Args() { countries }: OfficesArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<SafeMobilityOffice[]> {
    const offices = await officeModel(connection)
      .find(countries ? { country: { $in: countries } } : {})
      .sort({ country: 1 })
      .lean<PublishedOffice[]>();
    return offices.map(officeOf);
  }

  @FieldResolver(() => [SafeMobilityFigure], {
    nullable: true,
    description:
      'Registrations, referrals and arrivals of the office as published, each as of its own date; a stage without a figure is a row too.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async figures(@Root() { country }: SafeMobilityOffice, @Ctx() context: ServeContext): Promise<SafeMobilityFigure[]> {
    const rows = (await context.loaders.for(rowsOfOffices(context.connection)).load(country)) ?? [];
    const missing = COURSE.filter((stage) => !rows.some((row) => row.stage === stage));
    return [
      ...rows.map(figureOf),
      ...missing.map((stage) => absentFigure({ stage, office: country }, NO_OFFICE_FIGURE)),
    ];
  }

  @FieldResolver(() => [SafeMobilityFigure], {
    nullable: true,
    description: 'The same by the nationalities that the office took: NOT_PUBLISHED, each a row.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  figuresByNationality(@Root() { country, eligibility }: SafeMobilityOffice): SafeMobilityFigure[] {
    return eligibility.flatMap(({ nationality }) =>
      COURSE.map((stage) => absentFigure({ stage, office: country, nationality: nationality.code }, NO_NATIONALITY)),
    );
  }
}
