import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { readStatistic } from '@pasarela/serve/statistics/read-statistic';
import { Ctx, Query, Resolver } from 'type-graphql';
import { PermitStageCount } from './permit-stage-count';
import { PERMITS_BY_STAGE } from './regularization-statistics';
import { SYNTHETIC_PERMITS } from './synthetic-permit';
import { syntheticApplications } from './synthetic-provenance';

/** Counts of the synthetic permits by stage. */
@Resolver()
export class PermitStageCountResolver {
  @Query(() => [PermitStageCount], {
    nullable: true,
    description: 'Permits of the synthetic dataset by current stage, rolled up. SYNTHETIC.',
  })
  @Owner('COL')
  @Sensitivity('STATISTICAL')
  async permitStageCounts(@Ctx() context: ServeContext): Promise<PermitStageCount[]> {
    const rows = await readStatistic({ table: PERMITS_BY_STAGE.name, crossing: [1], provenance }, context);
    return rows.map(({ coordinates: [stage], count }) =>
      Object.assign(new PermitStageCount(), { dataset: SYNTHETIC_PERMITS, stage, count }),
    );
  }
}

const provenance = ([stage]: readonly string[]) =>
  syntheticApplications(`SYNTHETIC applications for a permit (PPT) whose current stage is ${stage}.`);
