import { PerturbationTable } from '../../perturbation/perturbation-table';
import { SIMULATED_RULE } from '../simulation/simulated-owner';

/**
 * The advantage, in points, of one who knows everybody in a release but the target, and only has to say in which of
 * two categories the target is: in each cell that would hold the target, the noise that the wrong category asks for lies
 * outside the bound with some chance; cells have noises of their own.
 *
 * @param cells how many published cells would hold the target in each category, all of them well over the threshold.
 */
export function advantageOfKnowingAllOthers(cells: number): number {
  const chances = new PerturbationTable(SIMULATED_RULE.threshold).chances(SIMULATED_RULE.threshold * 10);
  // One person more or less shifts the noise by one: of the uniform noise, one end gives the truth away.
  const seenInOneCell = chances.at(-1)?.probability ?? 1;
  return 50 * (1 - (1 - seenInOneCell) ** (2 * cells));
}
