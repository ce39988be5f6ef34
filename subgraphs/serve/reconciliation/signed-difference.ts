import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Count, CountState } from '../domain/count';
import { Shareable, Structural } from '../domain/labels';
import { Comparability } from './comparability';

/** What stands behind a difference, or behind its absence. */
export enum DifferenceState {
  VALUE = 'VALUE',
  ZERO = 'ZERO',
  UNKNOWN = 'UNKNOWN',
  OUTAGE = 'OUTAGE',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
registerEnumType(DifferenceState, {
  name: 'DifferenceState',
  description: 'What stands behind a difference or its absence. A blank is never a zero.',
  valuesConfig: {
    VALUE: { description: 'Both counts are known and differ.' },
    ZERO: { description: 'Both counts are known and are the same.' },
    UNKNOWN: {
      description: 'A count has no value (its own state says why), so there is no difference: a blank is no zero.',
    },
    OUTAGE: { description: 'A count did not arrive: its owner cannot be reached, or did not give it.' },
    NOT_APPLICABLE: { description: 'The counts cannot be compared, so no difference is drawn.' },
  },
});

/** The first count minus the second. */
@ObjectType({
  description:
    'The first count minus the second, each in its own unit: signed, never a sum. Whoever may not see one of the two is not shown it.',
})
@Structural()
@Shareable()
export class SignedDifference {
  @Field(() => Int, { nullable: true, description: 'The first minus the second; null unless state is VALUE or ZERO.' })
  value!: number | null;

  @Field(() => DifferenceState, { description: 'What stands behind the difference or its absence.' })
  state!: DifferenceState;
}

/** As much of a count as a difference needs. */
export type ComparedCount = Pick<Count, 'value' | 'state'>;

/** Two counts of one flow; null for one that did not arrive. */
export interface ComparedCounts {
  readonly first: ComparedCount | null;
  readonly second: ComparedCount | null;
  readonly comparability: Comparability;
}

/** INVARIANT: a count counts only where it says that it has a value; whatever else it is is never taken for a zero. */
export function signedDifference({ first, second, comparability }: ComparedCounts): SignedDifference {
  if (comparability === Comparability.NOT_COMPARABLE) return difference(DifferenceState.NOT_APPLICABLE);
  if (!arrived(first) || !arrived(second)) return difference(DifferenceState.OUTAGE);
  if (!isKnown(first) || !isKnown(second)) return difference(DifferenceState.UNKNOWN);
  const value = first.value - second.value;
  return difference(value === 0 ? DifferenceState.ZERO : DifferenceState.VALUE, value);
}

const difference = (state: DifferenceState, value: number | null = null): SignedDifference =>
  Object.assign(new SignedDifference(), { value, state });

const arrived = (count: ComparedCount | null): count is ComparedCount =>
  count !== null && count.state !== CountState.OUTAGE;

const isKnown = (count: ComparedCount): count is ComparedCount & { value: number } =>
  count.value !== null && (count.state === CountState.VALUE || count.state === CountState.ZERO);
