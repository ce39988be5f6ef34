import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { groupedBy } from './grouped-by';
import { IntegrationIndicator } from './integration-codes';
import { type IntegrationCountRow, integrationCountModel } from './integration-count.model';
import { IntegrationFigure, IntegrationIndicatorCount } from './integration-figures';
import { SMALLEST_SHOWN } from './small-cells';
import { SYNTHETIC_AS_OF } from './synthetic-history';

const DEFINITIONS: Readonly<Record<IntegrationIndicator, string>> = {
  HEALTH_AFFILIATION: "Holders of a permit (PPT) affiliated to Colombia's health insurance.",
  SCHOOLING: 'Holders of a permit (PPT) of school age who are enrolled in a school.',
  FORMAL_WORK: 'Holders of a permit (PPT) of working age with formal work.',
};

/** Answers the indicators of socioeconomic integration: what is published, and the synthetic counts apart from it. */
@Resolver()
export class IntegrationResolver {
  @Query(() => [IntegrationFigure], {
    nullable: true,
    description: 'The indicators of socioeconomic integration of permit holders, as published: no figure is held.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  integrationIndicators(): IntegrationFigure[] {
    return Object.values(IntegrationIndicator).map((indicator) =>
      Object.assign(new IntegrationFigure(), { indicator, published: notPublished(DEFINITIONS[indicator]) }),
    );
  }

  @Query(() => [IntegrationIndicatorCount], {
    nullable: true,
    description: 'Permit holders of the synthetic dataset by indicator and category, rolled up. SYNTHETIC.',
  })
  @Owner('COL')
  @Sensitivity('STATISTICAL')
  async integrationIndicatorCounts(
    @Ctx() { connection, requester }: ServeContext,
  ): Promise<IntegrationIndicatorCount[]> {
    const rows = await integrationCountModel(connection).find().sort({ ordinal: 1 }).lean<IntegrationCountRow[]>();
    return [...groupedBy(rows, ({ indicator }) => indicator).values()].flatMap((cells) =>
      cells.map(({ dataset, indicator, category, ...cell }) =>
        Object.assign(new IntegrationIndicatorCount(), {
          dataset,
          indicator,
          category,
          count: countOf({ dataset, indicator, category, ...cell }, isShown(cells, requester.party)),
        }),
      ),
    );
  }
}

/**
 * INVARIANT: another party gets an indicator whole or not at all. One cell left out could be had from the others and
 * the number of permits; a zero would tell it of everybody.
 */
export const isShown = (cells: ReadonlyArray<{ readonly value: number }>, party: string): boolean =>
  party === 'COL' || cells.every(({ value }) => value >= SMALLEST_SHOWN);

function countOf({ indicator, category, value, dataset }: IntegrationCountRow, shown: boolean): Count {
  return count({
    ...(shown ? { value } : { value: null, state: CountState.SUPPRESSED }),
    dataset,
    countingParty: 'COL: SYNTHETIC',
    definition: `SYNTHETIC holders of a delivered permit (PPT): ${indicator} is ${category}.`,
    unit: CountUnit.PERSONS,
    asOf: SYNTHETIC_AS_OF,
  });
}

const notPublished = (definition: string): Count =>
  count({
    state: CountState.NOT_PUBLISHED,
    countingParty: 'COL',
    definition,
    unit: CountUnit.PERSONS,
    dataset: 'No published figure of integration is held',
    note: 'Whether one was published elsewhere is not known; a blank is no zero.',
  });
