import type { ObservedYear } from '../simulation/observed-year';
import { CHOICES, type Target } from '../simulation/simulated-year';
import { courseOf, estimatesOf } from './leaf-estimates';

/** The largest step that still says something about one person. */
const LARGEST_STEP = 8;
/** For how many releases the attacker waits for a cell to move. */
const PATIENCE = [1, 6] as const;

/**
 * Differencing nested sets, in time and along the hierarchy: at the release with which the target came, which of the
 * cells and differences of cells that hold the target under either category went up, and which changed at all? And
 * over the releases after it?
 *
 * @returns what speaks for the first category minus what speaks for the second, one number for each look.
 */
export function differencingLooks(year: ObservedYear, target: Target): number[] {
  const [first, second] = CHOICES.map((category) => looksFor(year, target, category));
  return (first ?? []).map((look, at) => look - (second?.[at] ?? 0));
}

const looksFor = (year: ObservedYear, target: Target, category: string): number[] =>
  estimatesOf(year.keys(), target, category).flatMap((estimate) => {
    const course = courseOf(estimate, year);
    return PATIENCE.flatMap((releases) => {
      const step = stepBetween(course[target.week - 1], course[Math.min(target.week + releases, course.length) - 1]);
      return estimate.isCell ? [step, step === 0 ? 0 : 1] : [step];
    });
  });

function stepBetween(before: number | null | undefined, after: number | null | undefined): number {
  if (typeof before !== 'number' || typeof after !== 'number') return 0;
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, after - before));
}
