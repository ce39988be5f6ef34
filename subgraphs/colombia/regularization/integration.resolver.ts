import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { readStatistic } from '@pasarela/serve/statistics/read-statistic';
import { Ctx, Query, Resolver } from 'type-graphql';
import { IntegrationIndicator } from './integration-codes';
import { IntegrationFigure, IntegrationIndicatorCount } from './integration-figures';
import { INTEGRATION } from './regularization-statistics';
import { SYNTHETIC_PERMITS } from './synthetic-permit';
import { syntheticPersons } from './synthetic-provenance';

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
  async integrationIndicatorCounts(@Ctx() context: ServeContext): Promise<IntegrationIndicatorCount[]> {
    const counts = Object.values(IntegrationIndicator).map((indicator) => countsOf(indicator, context));
    return (await Promise.all(counts)).flat();
  }
}

async function countsOf(indicator: IntegrationIndicator, context: ServeContext): Promise<IntegrationIndicatorCount[]> {
  const provenance = ([category]: readonly string[]) =>
    syntheticPersons(`SYNTHETIC holders of a delivered permit (PPT): ${indicator} is ${category}.`);
  const rows = await readStatistic({ table: INTEGRATION[indicator].name, crossing: [1], provenance }, context);
  return rows.map(({ coordinates: [category], count }) =>
    Object.assign(new IntegrationIndicatorCount(), { dataset: SYNTHETIC_PERMITS, indicator, category, count }),
  );
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
