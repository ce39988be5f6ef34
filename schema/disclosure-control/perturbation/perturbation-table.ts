/** No cell is moved by more than this. */
export const NOISE_BOUND = 2;

/** One amount by which a cell may be moved, and how likely it is. */
export interface NoiseChance {
  readonly noise: number;
  readonly probability: number;
}

const UNMOVED: readonly NoiseChance[] = [{ noise: 0, probability: 1 }];

/**
 * The perturbation table of a threshold: for each number of people, the noise of the greatest entropy among those that
 * are whole, at most 2 either way, of zero mean, and leave the cell at the threshold or above (Marley and Leaver 2011;
 * Giessing 2016). A zero and a number under the threshold, which is suppressed, are not moved.
 */
export class PerturbationTable {
  private readonly rows: ReadonlyArray<readonly NoiseChance[]>;

  /** @throws Error where the threshold is no whole number from 1. */
  constructor(private readonly threshold: number) {
    if (!Number.isInteger(threshold) || threshold < 1) throw new Error('A threshold is a whole number from 1.');
    this.rows = Array.from({ length: NOISE_BOUND + 1 }, (_, above) => greatestEntropy(-Math.min(above, NOISE_BOUND)));
  }

  /** The noise of a cell of so many people. */
  chances(persons: number): readonly NoiseChance[] {
    if (persons < this.threshold) return UNMOVED;
    return this.rows[Math.min(persons - this.threshold, NOISE_BOUND)] ?? UNMOVED;
  }

  /** The noise at one place of the distribution. @param place from 0 to under 1. */
  noiseAt(persons: number, place: number): number {
    const chances = this.chances(persons);
    let reached = 0;
    for (const { noise, probability } of chances) {
      reached += probability;
      if (place < reached) return noise;
    }
    return chances.at(-1)?.noise ?? 0;
  }
}

/** The distribution of greatest entropy over least..2 with zero mean: p(d) proportional to exp(slope * d). */
function greatestEntropy(least: number): readonly NoiseChance[] {
  if (least === 0) return UNMOVED;
  const support = Array.from({ length: NOISE_BOUND - least + 1 }, (_, at) => least + at);
  const weights = weightsAt(support, slopeOfZeroMean(support));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return support.map((noise, at) => ({ noise, probability: (weights[at] ?? 0) / sum }));
}

const weightsAt = (support: readonly number[], slope: number): number[] =>
  support.map((noise) => Math.exp(slope * noise));

/** By bisection: the mean grows with the slope. */
function slopeOfZeroMean(support: readonly number[]): number {
  let [low, high] = [-10, 10];
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    const weights = weightsAt(support, middle);
    const moment = support.reduce((sum, noise, at) => sum + noise * (weights[at] ?? 0), 0);
    if (moment < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
