import { SimulationRandom } from '../simulation/simulation-random';
import { type JudgedGame, learnJudge } from './learnt-judge';

/** Games whose second look tells the truth as often as `sure` says; the other looks are noise. */
function games(seed: number, sure: number): JudgedGame[] {
  const random = new SimulationRandom(seed);
  return Array.from({ length: 2_000 }, () => {
    const truth = random.next() < 0.5 ? 1 : 0;
    const tells = random.next() < sure ? 2 * truth - 1 : 1 - 2 * truth;
    return { truth, looks: [random.next() - 0.5, 3 * tells, random.next() - 0.5] };
  });
}

describe('a learnt judge', () => {
  it.each([0.9, 0.6])('finds the look that tells the truth %d of the time among others', (sure) => {
    const judge = learnJudge(games(1, sure));
    const unseen = games(2, sure);
    const right = unseen.filter(({ looks, truth }) => judge(looks) === (truth === 1)).length / unseen.length;
    expect(Math.abs(right - sure)).toBeLessThan(0.03);
  });

  it('has no advantage where nothing tells', () => {
    const judge = learnJudge(games(1, 0.5));
    const unseen = games(2, 0.5);
    expect(
      Math.abs(unseen.filter(({ looks, truth }) => judge(looks) === (truth === 1)).length / 2_000 - 0.5),
    ).toBeLessThan(0.035);
  });
});
