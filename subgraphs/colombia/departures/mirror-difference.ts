import { CountState } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, Int, ObjectType } from 'type-graphql';
import type { DepartureFigure } from './departure-figure';
import { DepartureSeries, SCOPE } from './departure-series';

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

  @Field(() => [String], { nullable: true, description: 'Why the two counts differ.' })
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

const REASONS = [
  'Different units: Colombia counts detections and departures in Urabá, Panama counts registered arrivals.',
  'Different dates: a person detected in Colombia is registered in Panama days later, or not at all.',
  'Both sides revise their figures, at different times.',
] as const;
const NARROWER = 'The Colombian figure covers Necoclí and Turbo only; other departures are not in it.';

/** Compares the Colombian figure of a period with Panama's. A missing count (null) did not arrive: OUTAGE. */
export function mirrorDifference(colombia: DepartureFigure | undefined, panama: PanamaCount | null): MirrorDifference {
  const colombiaMinusPanama = colombia && panama && panama.value !== null ? colombia.value - panama.value : null;
  return Object.assign(new MirrorDifference(), {
    colombiaMinusPanama,
    state: stateOf(colombiaMinusPanama, colombia, panama),
    colombiaSeries: colombia?.series ?? null,
    colombiaScope: colombia?.scope ?? null,
    panamaSeries: 'PAN: SNM, registered arrivals',
    reasons: colombia?.scope === SCOPE.NECOCLI_TURBO ? [...REASONS, NARROWER] : [...REASONS],
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
