import { requestError } from '@pasarela/schema/errors';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { costPerPerson } from './published-costs';
import { TOTALS_FILE } from './published-totals';
import { latestOf, readTotals } from './read-totals';
import { ReturnCostByFlightType } from './return-cost-by-flight-type';
import { ReturnFlightType } from './return-flight-type';
import type { ReturnLegalCategory } from './return-legal-category';
import { ReturnTotal, ReturnTotalArguments } from './return-total';
import type { ReturnTotalRow } from './return-total.model';
import { ReturnTotalConflict, ReturnTotalConflictKind, ReturnTotalDifference } from './return-total-conflict';
import { countOfTotal, totalNode } from './return-total-node';
import { byLegalCategory, ReturnedByLegalCategory } from './returned-by-legal-category';
import { type Conflict, conflictsIn, pairsOf } from './total-conflicts';

/** Answers the published totals of returns, and where they conflict. */
@Resolver(() => ReturnTotal)
export class ReturnTotalResolver {
  @Query(() => [ReturnTotal], {
    nullable: true,
    description: 'Published totals of returns by Panama over time, each as its publisher printed it.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnTotals(
    @Args() { from, to }: ReturnTotalArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<ReturnTotal[]> {
    if (from && to && from > to) throw requestError('BAD_INPUT', { what: 'from and to are months in order' });
    return (await readTotals(connection, { from, to })).map(totalNode);
  }

  @Query(() => [ReturnedByLegalCategory], {
    nullable: true,
    description:
      'The latest published total of each legal category: three figures, never merged, each with its own date.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnsByLegalCategory(@Ctx() { connection }: ServeContext): Promise<ReturnedByLegalCategory[]> {
    const totals = await readTotals(connection);
    return byLegalCategory((category) => figureOf(category, totals));
  }

  @Query(() => [ReturnTotalConflict], {
    nullable: true,
    description: 'Which published totals conflict, as of which month, with every signed difference.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnTotalConflicts(@Ctx() { connection }: ServeContext): Promise<ReturnTotalConflict[]> {
    return conflictsIn(await readTotals(connection)).map(conflictNode);
  }

  @Query(() => [ReturnCostByFlightType], {
    nullable: true,
    description: 'The cost of returns by type of flight. No cost is held: each is UNKNOWN and says so.',
  })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  async returnCostsByFlightType(@Ctx() { connection }: ServeContext): Promise<ReturnCostByFlightType[]> {
    const totals = await readTotals(connection);
    return Object.values(ReturnFlightType).map((flightType) =>
      Object.assign(new ReturnCostByFlightType(), {
        flightType,
        costPerPerson: costPerPerson(flightType),
        totals: totals.filter((total) => total.flightType === flightType).map(totalNode),
      }),
    );
  }
}

function figureOf(category: ReturnLegalCategory, totals: readonly ReturnTotalRow[]) {
  const latest = latestOf(totals, (total) => total.legalCategory === category);
  if (latest) return countOfTotal(latest);
  return {
    value: null,
    dataset: TOTALS_FILE,
    definition: `Persons returned by Panama under the category ${category}.`,
    note: 'No source that is held prints a figure of this category; it is no zero.',
  };
}

function conflictNode({ kind, rows }: Conflict): ReturnTotalConflict {
  const months = rows.map(({ asOf }) => asOf.slice(0, 7)).sort();
  return Object.assign(new ReturnTotalConflict(), {
    kind: ReturnTotalConflictKind[kind],
    from: months[0],
    to: months.at(-1),
    unit: rows[0]?.unit,
    totals: rows.map(totalNode),
    differences: pairsOf(rows).map(([first, second]) =>
      Object.assign(new ReturnTotalDifference(), {
        first: totalNode(first),
        second: totalNode(second),
        firstMinusSecond: first.value - second.value,
        reason: null,
      }),
    ),
  });
}
