import { type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { type Count, CountState, CountUnit } from '../domain/count';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { liveCells } from '../statistics/read-cells';
import { frozenFigureOf } from '../statistics/read-frozen-figure';
import { countOf, countsOf, type StatisticCounts } from '../statistics/read-statistic';
import { type CaseOwner, rootOf } from './case-domain';
import { personCountType, personFiguresType } from './case-person-figures';
import { DAYS_TALLY, PERSON_CELLS, PERSONS_IN_CASES, personCell } from './case-tables';
import { syntheticCases } from './synthetic-case-provenance';
import { daysTally, medianDays } from './time-to-confirmed';

const DAYS = 'Median of the days from PRELIMINARY to CONFIRMED over the SYNTHETIC confirmed victims of trafficking.';
const HOW_DAYS = 'over 10 victims or more, to ten days; it changes only when their number is told anew';

/** Makes the resolver of an owner's figures of persons in cases. */
export function casePersonFiguresResolver(owner: CaseOwner): ClassType<object> {
  const countType = personCountType(owner);
  const figuresType = personFiguresType(owner, countType);

  @Resolver()
  class CasePersonFiguresResolver {
    @Query(() => figuresType, {
      name: `${rootOf(owner)}CasePersonFigures`,
      nullable: true,
      description: `Persons in the cases of ${owner.name} by role and confirmation, rolled up. SYNTHETIC.`,
    })
    @Owner(owner.party)
    @Sensitivity('STATISTICAL')
    async figures(@Ctx() context: ServeContext): Promise<object> {
      const [persons, daysToConfirmed] = await Promise.all([personsOf(owner, context), daysOf(owner, context)]);
      const byRole = PERSON_CELLS.map((cell) =>
        Object.assign(new countType(), { ...cell, persons: persons.get(personCell(cell)) }),
      );
      return Object.assign(new figuresType(), { dataset: owner.dataset, byRole, daysToConfirmed });
    }
  }
  return CasePersonFiguresResolver;
}

function personsOf(owner: CaseOwner, context: ServeContext): Promise<StatisticCounts> {
  const provenance = ([code = '']: readonly string[]) => {
    const [role, confirmation] = code.split(':');
    const state = confirmation ? ` whose identification is ${confirmation}` : '';
    return syntheticCases(owner, `SYNTHETIC persons who are ${role} in a case${state}.`, { unit: CountUnit.PERSONS });
  };
  return countsOf({ table: PERSONS_IN_CASES.name, crossing: [1], provenance }, context);
}

async function daysOf(owner: CaseOwner, context: ServeContext): Promise<Count> {
  const provenance = syntheticCases(owner, DAYS, { unit: CountUnit.DAYS });
  if (context.requester.party !== owner.party)
    return countOf(provenance, await frozenFigureOf(PERSONS_IN_CASES.name, HOW_DAYS, context));
  const value = medianDays(daysTally(await liveCells(DAYS_TALLY.name, context.connection)));
  const asOf = context.now.toISOString().slice(0, 10);
  return countOf(provenance, { value, asOf, ...(value === null && { state: CountState.NOT_APPLICABLE }) });
}
