import { every } from '@pasarela/schema/access/conditions/record-filter';
import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { monthsBetween } from './calendar';
import { contributed } from './contributed';
import { placeOf } from './place';
import { SyntheticAssistanceArguments, SyntheticAssistanceMonth } from './synthetic-assistance-month';
import { type SyntheticAssistanceDocument, syntheticAssistanceModel } from './synthetic-assistance-month.model';

/** Answers synthetic consultations and gender-based violence by month and region. */
@Resolver()
export class SyntheticAssistanceResolver {
  @Query(() => [SyntheticAssistanceMonth], {
    nullable: true,
    description: 'SYNTHETIC consultations and patients of gender-based violence by month and region.',
  })
  @Owner('JOINT')
  @Sensitivity('STATISTICAL')
  async syntheticAssistanceByMonth(
    @Args() { from, to }: SyntheticAssistanceArguments,
    @Ctx() { connection, ids, existing }: ServeContext,
  ): Promise<SyntheticAssistanceMonth[]> {
    monthsBetween(from, to);
    const matching = every([existing('SyntheticAssistanceMonth'), { month: { $gte: from, $lte: to } }]);
    const rows = await syntheticAssistanceModel(connection)
      .find(matching as QueryFilter<SyntheticAssistanceDocument>)
      .lean<SyntheticAssistanceDocument[]>();
    return contributed(SyntheticAssistanceMonth, rows, { ids, fieldsOf });
  }
}

const fieldsOf = (row: SyntheticAssistanceDocument) => ({
  month: row.month,
  region: placeOf(row.region),
  consultations: countOf(row, row.consultations, {
    definition: 'Medical consultations. One person may have several.',
    unit: CountUnit.CONSULTATIONS,
  }),
  genderBasedViolencePatients: countOf(row, row.genderBasedViolencePatients, {
    definition: 'Patients attended after gender-based violence; no part of the consultations.',
    unit: CountUnit.PERSONS,
  }),
});

function countOf(
  { month, contributedBy, dataset }: SyntheticAssistanceDocument,
  value: number | null,
  meaning: Pick<Count, 'definition' | 'unit'>,
): Count {
  return count({
    ...meaning,
    value,
    ...(value === null && { state: CountState.SUPPRESSED }),
    countingParty: contributedBy,
    coverageFrom: month,
    coverageTo: month,
    dataset,
    note: 'Numbers under 10, zero too, are suppressed and not kept.',
  });
}
