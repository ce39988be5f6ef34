import type { SuppressionStages } from '../release/make-release';
import { averagingLooks } from './attackers/averaging';
import { differencingLooks } from './attackers/differencing';
import type { JudgedGame } from './attackers/learnt-judge';
import { likelihoodLooks } from './attackers/likelihood';
import { rememberSecondary } from './remember-secondary';
import { type ObservedYear, observeYear, type View } from './simulation/observed-year';
import type { SimulatedTables } from './simulation/related-tables';
import type { Pace } from './simulation/simulated-places';
import { simulateYear, type Target } from './simulation/simulated-year';

/** Who attacks. */
export const ATTACKERS = ['DIFFERENCING', 'AVERAGING', 'SPLITTING', 'LIKELIHOOD'] as const;

/** One of the attackers. */
export type Attacker = (typeof ATTACKERS)[number];

/** One game: who plays it, in which view and against whom, what the attacker sees, and the truth. */
export interface PlayedGame extends JudgedGame {
  readonly attacker: Attacker;
  readonly view: View;
  readonly pace: Pace;
}

/** Which games are played. */
export interface PlayOptions {
  readonly stages: SuppressionStages;
  readonly tables: SimulatedTables;
  readonly attackers: readonly Attacker[];
  readonly seeds: readonly number[];
}

type Looks = (year: ObservedYear, target: Target) => number[];

interface Attack {
  readonly attacker: Attacker;
  readonly view: View;
  readonly looks: Looks;
}

const PERTURBED_VIEWS: readonly View[] = ['allOn', 'noiseOff', 'holdingOff', 'perturbationOff'];

const inViews = (attacker: Attacker, looks: Looks, views: readonly View[]): Attack[] =>
  views.map((view) => ({ attacker, view, looks }));

const ATTACKS: readonly Attack[] = [
  ...inViews('DIFFERENCING', differencingLooks, PERTURBED_VIEWS),
  ...inViews('AVERAGING', averagingLooks, PERTURBED_VIEWS),
  // All requesters read one release: together they have what one has, and use it in both ways.
  ...inViews('SPLITTING', (year, target) => [...differencingLooks(year, target), ...averagingLooks(year, target)], [
    ...PERTURBED_VIEWS,
    'noisePerRequester',
  ]),
  { attacker: 'LIKELIHOOD', view: 'heldTold', looks: likelihoodLooks(true) },
  { attacker: 'LIKELIHOOD', view: 'liveTold', looks: likelihoodLooks(false) },
];

/** Plays all games of the years of some seeds. */
export async function playGames(options: PlayOptions): Promise<PlayedGame[]> {
  const attacks = ATTACKS.filter(({ attacker }) => options.attackers.includes(attacker));
  const games: PlayedGame[] = [];
  for (const seed of options.seeds) {
    const year = simulateYear(seed, options.tables);
    const observed = await observeYear(year, rememberSecondary(options.stages));
    for (const { attacker, view, looks } of attacks)
      for (const target of year.targets)
        games.push({
          attacker,
          view,
          pace: target.pace,
          looks: looks(observed[view], target),
          truth: target.truth === 0 ? 1 : 0,
        });
  }
  return games;
}
