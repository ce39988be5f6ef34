import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { nationalityOf } from './nationality';
import { ReturnRecrossing } from './return-recrossing';
import { type ReturnRecrossingRow, returnRecrossingModel } from './return-recrossing.model';

/** The instant of the one release that there is. */
const RELEASED_ON = '2026-01-01';
const SUPPRESSED = 'Fewer than 10 persons, or so few others that the difference would tell.';
const INVENTED = 'SYNTHETIC: the share of people who crossed again is invented and says nothing of real returns.';

/** Answers who crossed again, from the released cells. */
@Resolver()
export class ReturnRecrossingResolver {
  @Query(() => [ReturnRecrossing], {
    nullable: true,
    description:
      'Persons registered in the Darién again within a year of their return, by nationality: one frozen release. SYNTHETIC. There is no total, from which a suppressed cell could be worked out.',
  })
  @Owner('PAN')
  @Sensitivity('STATISTICAL')
  async returnRecrossings(@Ctx() { connection }: ServeContext): Promise<ReturnRecrossing[]> {
    const rows = await returnRecrossingModel(connection).find().sort({ _id: 1 }).lean<ReturnRecrossingRow[]>();
    return rows.map(({ _id: code, dataset, returnedPersons, personsCrossedAgain }) =>
      Object.assign(new ReturnRecrossing(), {
        dataset,
        nationality: nationalityOf(code),
        returned: cell(returnedPersons, { dataset, definition: `SYNTHETIC persons of ${code} who were returned.` }),
        crossedAgain: cell(personsCrossedAgain, {
          dataset,
          definition: `SYNTHETIC persons of ${code} who were registered in the Darién again within a year of their return.`,
        }),
      }),
    );
  }
}

function cell(value: number | null, { dataset, definition }: Pick<Count, 'dataset' | 'definition'>): Count {
  return count({
    value,
    ...(value === null && { state: CountState.SUPPRESSED }),
    dataset,
    definition,
    countingParty: 'PAN: SYNTHETIC',
    unit: CountUnit.PERSONS,
    asOf: RELEASED_ON,
    note: value === null ? `${SUPPRESSED} ${INVENTED}` : INVENTED,
  });
}
