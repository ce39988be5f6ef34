import { CountState } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Comparability } from '@pasarela/serve/reconciliation/comparability';
import { signedDifference } from '@pasarela/serve/reconciliation/signed-difference';
import { Field, Int, ObjectType } from 'type-graphql';
import { reasonsBetween } from './darien-reasons';
import { countOf, type DepartureFigure } from './departure-figure';
import { DepartureSeries } from './departure-series';

/** Colombia's count minus Panama's for one period, with the reasons why they differ. */
@ObjectType({
  description: "Colombia's count minus Panama's for one period: a signed difference of two counts, never a sum.",
})
@Owner('COL')
export class MirrorDifference {
  @Field(() => Int, {
    nullable: true,
    description: "Colombia's count minus Panama's; null when one of them is missing.",
  })
  @Sensitivity('PUBLIC')
  colombiaMinusPanama!: number | null;

  @Field(() => CountState, { nullable: true, description: 'What stands behind the difference or its absence.' })
  @Sensitivity('PUBLIC')
  state!: CountState;

  @Field(() => DepartureSeries, { nullable: true, description: 'The Colombian series that is compared.' })
  @Sensitivity('PUBLIC')
  colombiaSeries!: DepartureSeries | null;

  @Field(() => String, { nullable: true, description: 'What the Colombian count covers.' })
  @Sensitivity('PUBLIC')
  colombiaScope!: string | null;

  @Field(() => String, { nullable: true, description: 'The Panamanian series that is compared.' })
  @Sensitivity('PUBLIC')
  panamaSeries!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Why the two counts differ; the reconciliation has them in Spanish too.',
  })
  @Sensitivity('PUBLIC')
  reasons!: string[];

  @Field(() => String, { nullable: true, description: 'How to read the difference.' })
  @Sensitivity('PUBLIC')
  note!: string;
}

/** As much of Panama's count as the difference needs. */
export interface PanamaCount {
  readonly value: number | null;
  readonly state: CountState;
}

/** Compares the Colombian figure of a period with Panama's. A missing count (null) did not arrive: OUTAGE. */
export function mirrorDifference(colombia: DepartureFigure | undefined, panama: PanamaCount | null): MirrorDifference {
  const first = colombia ? countOf(colombia) : null;
  const { value: colombiaMinusPanama } = signedDifference({
    first,
    second: panama,
    comparability: Comparability.SAME_FLOW,
  });
  return Object.assign(new MirrorDifference(), {
    colombiaMinusPanama,
    state: stateOf(colombiaMinusPanama, colombia, panama),
    colombiaSeries: colombia?.series ?? null,
    colombiaScope: colombia?.scope ?? null,
    panamaSeries: 'PAN: SNM, registered arrivals',
    reasons: reasonsBetween(colombia).map(({ textEn }) => textEn),
    note: 'A difference of two counts: not an error of either side, and not a sum.',
  });
}

function stateOf(
  difference: number | null,
  colombia: DepartureFigure | undefined,
  panama: PanamaCount | null,
): CountState {
  if (difference !== null) return difference === 0 ? CountState.ZERO : CountState.VALUE;
  if (!colombia) return CountState.NOT_PUBLISHED;
  return panama?.state ?? CountState.OUTAGE;
}
