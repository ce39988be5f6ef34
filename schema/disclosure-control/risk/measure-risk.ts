import type { SuppressionStages } from '../release/make-release';
import { learnJudge } from './attackers/learnt-judge';
import { ATTACKERS, type Attacker, type PlayedGame, playGames } from './play-games';
import type { View } from './simulation/observed-year';
import { ONE_TABLE, type SimulatedTables } from './simulation/related-tables';
import type { Pace } from './simulation/simulated-places';

/** How well an attacker did in one view. */
export interface RiskRow {
  readonly attacker: Attacker;
  readonly view: View;
  /** Only the targets of areas of one pace, or all. */
  readonly pace: Pace | 'ALL';
  readonly games: number;
  /** (Share of right guesses - 0.5) * 100, and the ends of its 95 % interval. */
  readonly advantage: number;
  readonly low: number;
  readonly high: number;
}

/** What is measured. */
export interface RiskOptions {
  readonly stages: SuppressionStages;
  /** Simulated years in which the attackers play, 72 games each. */
  readonly years: number;
  /** Other simulated years, from which they learn before. */
  readonly learningYears: number;
  readonly seed: number;
  readonly tables?: SimulatedTables;
  readonly attackers?: readonly Attacker[];
}

/** Lets the attackers play, and tells how much better than guessing they are, by view and pace. The same options, the same rows. */
export async function measureRisk(options: RiskOptions): Promise<RiskRow[]> {
  const { seed, years, learningYears, stages, tables = ONE_TABLE, attackers = ATTACKERS } = options;
  const seeds = Array.from({ length: learningYears + years }, (_, at) => seed + at);
  const common = { stages, tables };
  // The likelihood attacker knows the model and has nothing to learn.
  const learners = attackers.filter((attacker) => attacker !== 'LIKELIHOOD');
  const learnt = await playGames({ ...common, attackers: learners, seeds: seeds.slice(0, learningYears) });
  const played = await playGames({ ...common, attackers, seeds: seeds.slice(learningYears) });
  return groupsOf(played, (game) => `${game.attacker} ${game.view}`).flatMap((games) =>
    rowsOf(
      games,
      learnt.filter(({ attacker, view }) => attacker === games[0].attacker && view === games[0].view),
    ),
  );
}

type Group<Item> = readonly [Item, ...Item[]];

const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Group<Item>[] =>
  Object.values(Object.groupBy(items, keyOf)).flatMap(([first, ...others] = []) => (first ? [[first, ...others]] : []));

/** The rows of one attacker in one view: each pace, whose targets the attacker judges apart, and all together. */
function rowsOf(games: Group<PlayedGame>, learnt: readonly PlayedGame[]): RiskRow[] {
  const { attacker, view } = games[0];
  const paces = groupsOf(games, ({ pace }) => pace).map((ofPace) => {
    const { pace } = ofPace[0];
    const ofSamePace = learnt.filter((game) => game.pace === pace);
    return { pace, right: outcomesOf(ofPace, ofSamePace) };
  });
  const all = { pace: 'ALL' as const, right: paces.flatMap(({ right }) => right) };
  return [...paces, all].map(({ pace, right }) => ({ attacker, view, pace, ...advantageOf(right) }));
}

/** Whether each guess was right. Who has learnt nothing goes by the sign of the only look. */
function outcomesOf(games: readonly PlayedGame[], learnt: readonly PlayedGame[]): boolean[] {
  const judge = learnt.length ? learnJudge(learnt) : ([look]: readonly number[]) => (look ?? 0) > 0;
  return games.map(({ looks, truth }) => judge(looks) === (truth === 1));
}

function advantageOf(right: readonly boolean[]): Pick<RiskRow, 'games' | 'advantage' | 'low' | 'high'> {
  const share = right.filter(Boolean).length / right.length;
  const margin = 196 * Math.sqrt((share * (1 - share)) / right.length);
  const advantage = (share - 0.5) * 100;
  return { games: right.length, advantage, low: advantage - margin, high: advantage + margin };
}
