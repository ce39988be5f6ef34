import { EVERYBODY } from '@pasarela/schema/disclosure-control/table/dimension';
import { cellId } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { CountUnit } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { countsOf, readStatistic } from '@pasarela/serve/statistics/read-statistic';
import { Ctx, Query, Resolver } from 'type-graphql';
import { nationalityOf } from './nationality';
import { RECROSSINGS, Recrossing } from './recrossing-statistics';
import { ReturnRecrossing } from './return-recrossing';
import { DATASET } from './synthetic-returns';

const INVENTED = 'SYNTHETIC: the share of people who crossed again is invented and says nothing of real returns;';

/** Answers who crossed again, from the release in force. */
@Resolver()
export class ReturnRecrossingResolver {
  @Query(() => [ReturnRecrossing], {
    nullable: true,
    description:
      'Persons registered in the Darién again within a year of their return, by nationality: the release in force, for everybody. SYNTHETIC. There is no total over nationalities.',
  })
  @Owner('PAN')
  @Sensitivity('STATISTICAL')
  async returnRecrossings(@Ctx() context: ServeContext): Promise<ReturnRecrossing[]> {
    const question = { table: RECROSSINGS.name, provenance };
    const returned = await readStatistic({ ...question, crossing: [1, 0] }, context);
    const again = await countsOf({ ...question, crossing: [1, 1] }, context);
    return returned.map(({ coordinates: [code = ''], count }) =>
      Object.assign(new ReturnRecrossing(), {
        dataset: DATASET,
        nationality: nationalityOf(code),
        returned: count,
        crossedAgain: again.get(cellId([code, Recrossing.CROSSED_AGAIN])),
      }),
    );
  }
}

const provenance = ([code, recrossing]: readonly string[]) => ({
  dataset: DATASET,
  countingParty: 'PAN: SYNTHETIC',
  unit: CountUnit.PERSONS,
  leftOut: INVENTED,
  definition:
    recrossing === EVERYBODY
      ? `SYNTHETIC persons of ${code} who were returned.`
      : `SYNTHETIC persons of ${code} who were registered in the Darién again within a year of their return.`,
});
