import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { readStatistic } from '@pasarela/serve/statistics/read-statistic';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  HolderAgeLevel,
  HolderDepartmentLevel,
  HolderSexLevel,
  PermitHolderCount,
  PermitHolderGrouping,
} from './permit-holder-count';
import { HOLDERS } from './regularization-statistics';
import { SYNTHETIC_PERMITS } from './synthetic-permit';
import { syntheticPersons } from './synthetic-provenance';

/** The depth of each level in its dimension. */
const DEPARTMENT_DEPTHS = Object.values(HolderDepartmentLevel);
const AGE_DEPTHS = Object.values(HolderAgeLevel);
const SEX_DEPTHS = Object.values(HolderSexLevel);

/** Counts of the holders of synthetic permits along the fixed hierarchies. */
@Resolver()
export class PermitHolderCountResolver {
  @Query(() => [PermitHolderCount], {
    nullable: true,
    description:
      'Holders of a delivered permit of the synthetic dataset, by department, age and sex; one row for each cell of the grouping. SYNTHETIC.',
  })
  @Owner('COL')
  @Sensitivity('STATISTICAL')
  async permitHolderCounts(
    @Arg('by', () => PermitHolderGrouping, { nullable: true, description: 'How far they are broken down.' })
    by: PermitHolderGrouping | null,
    @Ctx() context: ServeContext,
  ): Promise<PermitHolderCount[]> {
    const question = { table: HOLDERS.name, crossing: crossingOf(by ?? {}), provenance };
    const rows = await readStatistic(question, context);
    return rows.map(({ coordinates: [department, ageBand, sex], count }) =>
      Object.assign(new PermitHolderCount(), { dataset: SYNTHETIC_PERMITS, department, ageBand, sex, count }),
    );
  }
}

const crossingOf = ({ department, age, sex }: PermitHolderGrouping): number[] => [
  department ? DEPARTMENT_DEPTHS.indexOf(department) : 0,
  age ? AGE_DEPTHS.indexOf(age) : 0,
  sex ? SEX_DEPTHS.indexOf(sex) : 0,
];

const provenance = ([department, ageBand, sex]: readonly string[]) =>
  syntheticPersons(
    `SYNTHETIC holders of a delivered permit (PPT): department ${department}, age at registration ${ageBand}, sex ${sex}.`,
  );
