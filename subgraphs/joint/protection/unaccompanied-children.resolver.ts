import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Args, Query, Resolver } from 'type-graphql';
import { quartersBetween } from './calendar';
import {
  UnaccompaniedChildrenArguments,
  UnaccompaniedChildrenBand,
  UnaccompaniedChildrenFigure,
  UnaccompaniedChildrenQuarter,
} from './unaccompanied-children';
import {
  BANDS,
  notPublished,
  OTHER_PERIODS,
  SNM,
  shareOfQuarter,
  UNICEF,
  unicefOfQuarter,
} from './unaccompanied-children-facts';

/** Answers what each party publishes of unaccompanied and separated children. */
@Resolver()
export class UnaccompaniedChildrenResolver {
  @Query(() => [UnaccompaniedChildrenQuarter], {
    nullable: true,
    description:
      'Unaccompanied and separated children by quarter and age band: a row for each quarter and counting party, whether anything is published or not.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  unaccompaniedChildrenByQuarter(@Args() { from, to }: UnaccompaniedChildrenArguments): UnaccompaniedChildrenQuarter[] {
    return quartersBetween(from, to).flatMap((quarter) => [
      rowOf(quarter, { count: unicefOfQuarter(quarter), bands: bandsOf(quarter) }),
      rowOf(quarter, { count: notPublished(SNM, quarter), bands: [] }),
    ]);
  }

  @Query(() => [UnaccompaniedChildrenFigure], {
    nullable: true,
    description: 'Published figures of unaccompanied and separated children over periods that are no quarter.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  unaccompaniedChildrenFigures(): UnaccompaniedChildrenFigure[] {
    return OTHER_PERIODS.map((figure) => Object.assign(new UnaccompaniedChildrenFigure(), figure));
  }
}

const rowOf = (quarter: string, figures: Pick<UnaccompaniedChildrenQuarter, 'count' | 'bands'>) =>
  Object.assign(new UnaccompaniedChildrenQuarter(), { year: Number(quarter.slice(0, 4)), quarter, ...figures });

const bandsOf = (quarter: string): UnaccompaniedChildrenBand[] =>
  BANDS.map(([ageBand, measure]) =>
    Object.assign(new UnaccompaniedChildrenBand(), {
      ageBand,
      sharePercent: shareOfQuarter(quarter, measure),
      count: notPublished(UNICEF, quarter, ageBand),
    }),
  );
