import { SIMULATED_RULE } from '../simulation/observed-year';
import { WIDEST_HOLD } from '../../perturbation/held-leaves';

/** What an attacker knows of a leaf: how many enter and leave in a week, the target apart. */
export interface LeafRates {
  readonly enter: number;
  readonly leave: number;
}

const LEAST = SIMULATED_RULE.threshold;
const MOST = SIMULATED_RULE.threshold * WIDEST_HOLD;

/**
 * How much more likely what a leaf held is with the target in it than without, as a logarithm: the exact likelihood of
 * a model in which people enter and leave at known rates, the hold is any of its range with equal chances, and the held
 * counts are told without noise.
 *
 * @param course the held count at each release.
 * @param week the first release with the target in the register.
 */
export function logRatioOfHeld(course: readonly number[], week: number, rates: LeafRates): number {
  let start = week - 1;
  while (start > 0 && course[start] === course[start - 1]) start -= 1;
  const steps = changeChances(rates);
  let [without, within] = [new DistanceFilter(steps), new DistanceFilter(steps)];
  let ratio = 0;
  for (let release = start + 1; release < course.length; release += 1) {
    const move = (course[release] ?? 0) - (course[release - 1] ?? 0);
    const arrives = release === week ? 1 : 0;
    if (release < week) {
      without.pass(move, 0);
      within.pass(move, 0);
      continue;
    }
    ratio += within.pass(move, arrives) - without.pass(move, 0);
    // After a move both worlds hold the live state: the rest says nothing more.
    if (move !== 0) break;
  }
  return ratio;
}

/** The chances of each distance between the live and the held count, by hold, as long as the leaf does not move. */
class DistanceFilter {
  private readonly byHold: Float64Array[] = [];

  constructor(private readonly steps: Float64Array) {
    for (let hold = LEAST; hold <= MOST; hold += 1) {
      const chances = new Float64Array(2 * hold - 1);
      chances[hold - 1] = 1;
      this.byHold.push(chances);
    }
  }

  /** A release goes by. @returns the logarithm of how likely the move (0: none) was, given all before. */
  pass(move: number, arriving: number): number {
    let [seen, all] = [0, 0];
    for (const [at, chances] of this.byHold.entries()) {
      const hold = LEAST + at;
      all += chances.reduce((sum, chance) => sum + chance, 0);
      if (move !== 0) {
        if (Math.abs(move) >= hold) seen += this.chanceOf(chances, hold, move - arriving);
        continue;
      }
      const next = Float64Array.from(chances, (_, place) => this.chanceOf(chances, hold, place - hold + 1 - arriving));
      seen += next.reduce((sum, chance) => sum + chance, 0);
      this.byHold[at] = next;
    }
    return Math.log(Math.max(seen, 1e-300) / Math.max(all, 1e-300));
  }

  /** The chance that the distance becomes `distance`. */
  private chanceOf(chances: Float64Array, hold: number, distance: number): number {
    const reach = (this.steps.length - 1) / 2;
    let sum = 0;
    const [from, to] = [Math.max(1 - hold, distance - reach), Math.min(hold - 1, distance + reach)];
    for (let before = from; before <= to; before += 1)
      sum += (chances[before + hold - 1] ?? 0) * (this.steps[distance - before + reach] ?? 0);
    return sum;
  }
}

/** The chances of each weekly change of a leaf, from -reach to reach: the difference of two Poisson counts. */
export function changeChances({ enter, leave }: LeafRates): Float64Array {
  const reach = Math.ceil(5 * Math.sqrt(enter + leave)) + 2;
  const [entering, leaving] = [poisson(enter, 2 * reach), poisson(leave, 2 * reach)];
  const chances = new Float64Array(2 * reach + 1);
  for (const [came, chance] of entering.entries())
    for (const [went, other] of leaving.entries())
      if (Math.abs(came - went) <= reach) chances[came - went + reach] = (chances[came - went + reach] ?? 0) + chance * other;
  return chances;
}

function poisson(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let count = 1; count <= most; count += 1) chances.push(((chances[count - 1] ?? 0) * mean) / count);
  return chances;
}
