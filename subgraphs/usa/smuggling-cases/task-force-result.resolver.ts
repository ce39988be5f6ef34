import { type Count, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { TaskForceMeasure, TaskForceResult } from './task-force-result';
import { type TaskForceResultRow, taskForceResultModel } from './task-force-result.model';

const MEANING: Readonly<Record<TaskForceMeasure, { unit: CountUnit; definition: string }>> = {
  [TaskForceMeasure.ARRESTS]: {
    unit: CountUnit.ARRESTS,
    definition: 'Arrests that the task force reports up to the date.',
  },
  [TaskForceMeasure.US_CONVICTIONS]: {
    unit: CountUnit.CONVICTIONS,
    definition: 'Convictions in the United States that the task force reports up to the date.',
  },
  [TaskForceMeasure.SENTENCED]: {
    unit: CountUnit.PERSONS,
    definition: 'Persons sentenced whom the task force reports up to the date.',
  },
};

/** The published results of Joint Task Force Alpha. */
@Resolver()
export class TaskForceResultResolver {
  @Query(() => [TaskForceResult], {
    nullable: true,
    description: 'Published results of Joint Task Force Alpha, by date.',
  })
  @Owner('USA')
  @Sensitivity('PUBLIC')
  async taskForceResults(@Ctx() { connection }: ServeContext): Promise<TaskForceResult[]> {
    const rows = await taskForceResultModel(connection).find().sort({ ordinal: 1 }).lean<TaskForceResultRow[]>();
    return rows.map((row) =>
      Object.assign(new TaskForceResult(), { asOf: row.asOf, measure: row.measure, count: countOf(row) }),
    );
  }
}

function countOf({ measure, value, asOf, source, dataset }: TaskForceResultRow): Count {
  return count({
    ...MEANING[measure],
    value,
    asOf,
    source,
    dataset,
    countingParty: 'USA: DOJ Joint Task Force Alpha',
    note: 'Accumulates: figures of two dates are never added. Not about the Darien alone.',
  });
}
