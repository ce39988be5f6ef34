import { type Count, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { PermitStageCount } from './permit-stage-count';
import { type PermitStageCountRow, permitStageCountModel } from './permit-stage-count.model';
import { withSmallCellsSuppressed } from './small-cells';
import { SYNTHETIC_AS_OF } from './synthetic-history';

/** Counts of the synthetic permits by stage, read from what was rolled up. */
@Resolver()
export class PermitStageCountResolver {
  @Query(() => [PermitStageCount], {
    nullable: true,
    description: 'Permits of the synthetic dataset by current stage, rolled up. SYNTHETIC.',
  })
  @Owner('COL')
  @Sensitivity('STATISTICAL')
  async permitStageCounts(@Ctx() { connection, requester }: ServeContext): Promise<PermitStageCount[]> {
    const rows = await permitStageCountModel(connection).find().sort({ ordinal: 1 }).lean<PermitStageCountRow[]>();
    return rows.map((row) =>
      Object.assign(new PermitStageCount(), {
        dataset: row.dataset,
        stage: row._id,
        count: withSmallCellsSuppressed(countOf(row), requester.party),
      }),
    );
  }
}

function countOf({ _id, value, dataset }: PermitStageCountRow): Count {
  return count({
    value,
    dataset,
    countingParty: 'COL: SYNTHETIC',
    definition: `SYNTHETIC applications for a permit (PPT) whose current stage is ${_id}.`,
    unit: CountUnit.APPLICATIONS,
    asOf: SYNTHETIC_AS_OF,
  });
}
