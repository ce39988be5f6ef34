/** A game as an attacker sees it: the looks, and the truth (1 where the target is of the first category). */
export interface JudgedGame {
  readonly looks: readonly number[];
  readonly truth: 0 | 1;
}

const { exp } = Math;

const ROUNDS = 300;
const RATE = 0.5;
const SHRINKAGE = 0.01;

/**
 * Learns from simulated years of its own how to weigh what an attacker looks at (logistic regression, shrunk): the
 * attacker knows the method and the simulation, so nothing has to be guessed by us.
 *
 * @returns whether the target is of the first category.
 */
export function learnJudge(games: readonly JudgedGame[]): (looks: readonly number[]) => boolean {
  const scales = scalesOf(games);
  const rows = games.map(({ looks, truth }) => ({ looks: scaled(looks, scales), truth }));
  const weights = new Float64Array(scales.length);
  for (let round = 0; round < ROUNDS; round += 1) improve(weights, rows);
  return (looks) => dot(weights, scaled(looks, scales)) > 0;
}

function improve(weights: Float64Array, rows: ReadonlyArray<{ readonly looks: Float64Array; readonly truth: 0 | 1 }>) {
  const slope = new Float64Array(weights.length);
  for (const { looks, truth } of rows) {
    const error = truth - 1 / (1 + exp(-dot(weights, looks)));
    for (let at = 0; at < slope.length; at += 1) slope[at] = (slope[at] ?? 0) + error * (looks[at] ?? 0);
  }
  for (let at = 0; at < slope.length; at += 1) {
    const weight = weights[at] ?? 0;
    weights[at] = weight + (RATE * (slope[at] ?? 0)) / rows.length - RATE * SHRINKAGE * weight;
  }
}

/** The root mean square of each look, and a first one for the constant. */
function scalesOf(games: readonly JudgedGame[]): number[] {
  const count = games[0]?.looks.length ?? 0;
  return Array.from({ length: count + 1 }, (_, at) => {
    if (at === 0) return 1;
    const square = games.reduce((sum, { looks }) => sum + (looks[at - 1] ?? 0) ** 2, 0) / games.length;
    return Math.sqrt(square) || 1;
  });
}

const scaled = (looks: readonly number[], scales: readonly number[]): Float64Array =>
  Float64Array.from(scales, (scale, at) => (at === 0 ? 1 : (looks[at - 1] ?? 0) / scale));

function dot(weights: Float64Array, looks: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (looks[at] ?? 0);
  return sum;
}
