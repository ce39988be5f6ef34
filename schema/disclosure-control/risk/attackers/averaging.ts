import type { CellCourse, ObservedYear } from '../simulation/observed-year';
import { CHOICES, type Target } from '../simulation/simulated-year';
import { courseOf, estimatesOf, type LeafEstimate } from './leaf-estimates';

/** Over how many releases before and after the target came the attacker averages; the last is all of the year. */
const WINDOWS = [3, 12, 52] as const;

/**
 * Averaging over related tables and all releases: the mean after the target came minus the mean before, of all ways to
 * count the finest cell together, each weighted by how many noises it holds; and of each table's coarser cells.
 *
 * @returns what speaks for the first category minus what speaks for the second, one number for each look.
 */
export function averagingLooks(year: ObservedYear, target: Target): number[] {
  const [first, second] = CHOICES.map((category) => looksFor(year, target, category));
  return (first ?? []).map((look, at) => look - (second?.[at] ?? 0));
}

function looksFor(year: ObservedYear, target: Target, category: string): number[] {
  const estimates = estimatesOf(year.keys(), target, category).map((estimate) => ({
    estimate,
    course: courseOf(estimate, year),
  }));
  return WINDOWS.flatMap((window) => {
    const steps = estimates.map(({ estimate, course }) => ({
      estimate,
      step: stepAround(course, target.week, window),
    }));
    return [weightedMean(steps), ...steps.filter(({ estimate }) => estimate.isCell).map(({ step }) => step ?? 0)];
  });
}

function stepAround(course: CellCourse, week: number, window: number): number | null {
  const [before, after] = [
    meanOf(course.slice(Math.max(0, week - window), week)),
    meanOf(course.slice(week, week + window)),
  ];
  return before === null || after === null ? null : after - before;
}

function meanOf(course: CellCourse): number | null {
  const said = course.filter((value) => value !== null);
  return said.length ? said.reduce((sum, value) => sum + value, 0) / said.length : null;
}

/** The mean of steps that are known, each weighted by one over the number of noises in it. */
function weightedMean(steps: ReadonlyArray<{ readonly estimate: LeafEstimate; readonly step: number | null }>): number {
  let [sum, weights] = [0, 0];
  for (const { estimate, step } of steps)
    if (step !== null) {
      const weight = 1 / (estimate.plus.length + estimate.minus.length);
      sum += weight * step;
      weights += weight;
    }
  return weights ? sum / weights : 0;
}
