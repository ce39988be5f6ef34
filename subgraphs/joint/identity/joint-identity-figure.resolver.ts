import { CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { LIMITS } from './identity-limits';
import { type JointFigureRow, jointFigureModel } from './joint-figure.model';
import { JointFigure, JointFigureArguments, JointIdentityFigure } from './joint-identity-figure';

const DEFINED: Readonly<Record<JointFigure, { readonly definition: string; readonly unit: CountUnit }>> = {
  [JointFigure.CASES_LINKED_IN_TWO_COUNTRIES]: {
    definition: 'Cases of which at least two parties contributed a token because they hold persons linked to them',
    unit: CountUnit.CASES,
  },
  [JointFigure.DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO]: {
    definition:
      'Document numbers of which at least two parties contributed a token because MRZ check digits (ICAO 9303) failed; misreadings included',
    unit: CountUnit.DOCUMENTS,
  },
};
const NOTE = `Counts of ${LIMITS.smallestCount} and more; smaller ones, zero too, are suppressed. Releases overlap: their figures are not to be summed or subtracted.`;

/** Answers what is counted over several parties. */
@Resolver()
export class JointIdentityFigureResolver {
  @Query(() => [JointIdentityFigure], {
    nullable: true,
    description: 'A figure that the parties count jointly, by release, the oldest first. SYNTHETIC.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  async jointIdentityFigures(
    @Args() { figure }: JointFigureArguments,
    @Ctx() { connection }: ServeContext,
  ): Promise<JointIdentityFigure[]> {
    const rows = await jointFigureModel(connection).find({ figure }).sort({ release: 1 }).lean<JointFigureRow[]>();
    return rows.map(figureOf);
  }
}

function figureOf({ figure, release, value, asOf, dataset }: JointFigureRow): JointIdentityFigure {
  const counted = count({
    ...(value === null ? { state: CountState.SUPPRESSED } : { value }),
    ...DEFINED[figure],
    countingParty: 'JOINT: SYNTHETIC',
    asOf,
    dataset,
    note: NOTE,
  });
  return Object.assign(new JointIdentityFigure(), { figure, release, count: counted });
}
