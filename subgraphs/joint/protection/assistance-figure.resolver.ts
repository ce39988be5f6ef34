import { type Count, CountState, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Args, Query, Resolver } from 'type-graphql';
import { AssistanceFigure, AssistanceMonth, AssistanceMonthsArguments } from './assistance-figure';
import { ASSISTANCE_FACTS, AssistanceMeasure } from './assistance-measure';
import { monthsBetween } from './calendar';
import { countOfFact, coverageOf, type MeaningOfFact, PUBLISHED_FACTS, type PublishedFact } from './published-facts';

const FACTS = PUBLISHED_FACTS.flatMap((fact) => {
  const known = ASSISTANCE_FACTS.get(fact.measure);
  return known ? [{ fact, ...known }] : [];
});

/** Answers what is published of humanitarian assistance in Panama. */
@Resolver()
export class AssistanceFigureResolver {
  @Query(() => [AssistanceFigure], {
    nullable: true,
    description: 'Every published figure of humanitarian assistance in Panama, in the order of the source file.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  humanitarianAssistanceFigures(): AssistanceFigure[] {
    return FACTS.map(({ fact, measure, meaning }) =>
      Object.assign(new AssistanceFigure(), { period: fact.period, measure, count: countOfFact(fact, meaning) }),
    );
  }

  @Query(() => [AssistanceMonth], {
    nullable: true,
    description:
      'Published consultations and patients after sexual violence, a row a month; a month without data is a row too.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  humanitarianAssistanceByMonth(@Args() { from, to }: AssistanceMonthsArguments): AssistanceMonth[] {
    return monthsBetween(from, to).map((month) =>
      Object.assign(new AssistanceMonth(), {
        month,
        consultations: ofMonth(AssistanceMeasure.CONSULTATIONS, month),
        sexualViolencePatients: ofMonth(AssistanceMeasure.SEXUAL_VIOLENCE_PATIENTS, month),
      }),
    );
  }
}

/** INVARIANT: a month's figure is one that was published of that very month; nothing is divided or subtracted. */
function ofMonth(measure: AssistanceMeasure, month: string): Count {
  const ofMeasure = FACTS.filter((known) => known.measure === measure);
  const exact = ofMeasure.find(({ fact }) => fact.period === month);
  if (exact) return countOfFact(exact.fact, exact.meaning);
  const [first] = ofMeasure;
  if (!first) throw new Error(`no published figure of ${measure}`);
  const wider = ofMeasure.map(({ fact }) => fact).filter((fact) => covers(fact, month));
  return notPublished(first.meaning, month, wider);
}

function covers({ period }: PublishedFact, month: string): boolean {
  const [from, to] = coverageOf(period);
  return from <= month && month.slice(0, to.length) <= to;
}

function notPublished(
  { coverage, note, ...meaning }: MeaningOfFact,
  month: string,
  wider: readonly PublishedFact[],
): Count {
  const periods = wider.map(({ period }) => period).join(', ');
  return count({
    ...meaning,
    state: CountState.NOT_PUBLISHED,
    coverageFrom: month,
    coverageTo: month,
    dataset: 'none: months of humanitarian assistance',
    note: periods ? `No figure of this month is published; it lies within the figure of ${periods}.` : null,
  });
}
