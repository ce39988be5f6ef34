import { WIDEST_HOLD } from '../../perturbation/held-leaves';
import { SIMULATED_RULE } from '../simulation/simulated-owner';

/** What an attacker knows of a leaf: how many enter and leave in a week, the target apart. */
export interface LeafRates {
  readonly enter: number;
  readonly leave: number;
}

const LEAST = SIMULATED_RULE.threshold;
const MOST = SIMULATED_RULE.threshold * WIDEST_HOLD;
const IMPOSSIBLE = 1e-300;

/**
 * How much more likely what a leaf held is with the target in it than without, as a logarithm: the exact likelihood of
 * a model in which people enter and leave at known rates, the hold is any of its range with equal chances, and the held
 * counts are told without noise.
 *
 * @param course the held count at each release.
 * @param week the first release with the target in the register.
 */
export function logRatioOfHeld(course: readonly number[], week: number, rates: LeafRates): number {
  const moveAt = (release: number) => (course[release] ?? 0) - (course[release - 1] ?? 0);
  let start = week - 1;
  while (start > 0 && moveAt(start) === 0) start -= 1;
  const without = new DistanceFilter(changeChances(rates));
  for (let release = start + 1; release < week; release += 1) without.stay(0);
  const within = without.copy();
  for (let release = week; release < course.length; release += 1) {
    const [move, arriving] = [moveAt(release), release === week ? 1 : 0];
    // After a move both worlds hold the live state: the rest says nothing more.
    if (move !== 0) return logOf(within.chanceOfMove(move, arriving)) - logOf(without.chanceOfMove(move, 0));
    within.stay(arriving);
    without.stay(0);
  }
  return logOf(within.chance()) - logOf(without.chance());
}

const logOf = (chance: number): number => Math.log(Math.max(chance, IMPOSSIBLE));

/** The chances of each distance between the live and the held count and of no move until now, by hold. */
class DistanceFilter {
  constructor(
    private readonly steps: Float64Array,
    private byHold: Float64Array[] = Array.from({ length: MOST - LEAST + 1 }, (_, at) => atHeld(LEAST + at)),
  ) {}

  copy(): DistanceFilter {
    return new DistanceFilter(
      this.steps,
      this.byHold.map((chances) => chances.slice()),
    );
  }

  /** The chance of all that was seen. */
  chance(): number {
    return this.byHold.reduce((sum, chances) => chances.reduce((all, chance) => all + chance, sum), 0);
  }

  /** A release without a move goes by. @param arriving how many come besides what the rates say. */
  stay(arriving: number): void {
    this.byHold = this.byHold.map((chances) => {
      const next = new Float64Array(chances.length);
      for (let place = 0; place < next.length; place += 1) next[place] = this.reached(chances, place - arriving);
      return next;
    });
  }

  /** The chance of all that was seen and of a move now. */
  chanceOfMove(move: number, arriving: number): number {
    return this.byHold.reduce((sum, chances, at) => {
      const hold = LEAST + at;
      return Math.abs(move) < hold ? sum : sum + this.reached(chances, move - arriving + hold - 1);
    }, 0);
  }

  /** The chance that the next distance stands at a place. */
  private reached(chances: Float64Array, place: number): number {
    const { steps } = this;
    const reach = (steps.length - 1) >> 1;
    const to = place + reach < chances.length ? place + reach : chances.length - 1;
    let sum = 0;
    for (let from = place > reach ? place - reach : 0; from <= to; from += 1)
      sum += (chances[from] as number) * (steps[place - from + reach] as number);
    return sum;
  }
}

/** Nobody came or left since the leaf moved. */
function atHeld(hold: number): Float64Array {
  const chances = new Float64Array(2 * hold - 1);
  chances[hold - 1] = 1;
  return chances;
}

/** The chances of each weekly change of a leaf, from -reach to reach: the difference of two Poisson counts. */
export function changeChances({ enter, leave }: LeafRates): Float64Array {
  const reach = Math.ceil(4 * Math.sqrt(enter + leave)) + 2;
  const [entering, leaving] = [poisson(enter, 2 * reach), poisson(leave, 2 * reach)];
  const chances = new Float64Array(2 * reach + 1);
  for (const [came, chance] of entering.entries())
    for (const [went, other] of leaving.entries()) {
      const place = came - went + reach;
      if (place >= 0 && place < chances.length) chances[place] = (chances[place] ?? 0) + chance * other;
    }
  return chances;
}

function poisson(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let count = 1; count <= most; count += 1) chances.push(((chances[count - 1] ?? 0) * mean) / count);
  return chances;
}
