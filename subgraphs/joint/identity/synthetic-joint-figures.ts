import { createHmac } from 'node:crypto';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { countShared, type SharedContribution } from './count-shared';
import { LIMITS } from './identity-limits';
import type { JointFigureRow } from './joint-figure.model';
import { JointFigure } from './joint-identity-figure';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';
import { syntheticJointKey } from './synthetic-keys';

const SEED = 20_240_828;

interface Release {
  readonly name: string;
  readonly asOf: string;
  /** How likely it is that a party holds one of the invented things. */
  readonly held: number;
}

/** Frozen quarterly releases. In the second few things are held twice, so its figures are suppressed. */
const RELEASES: readonly Release[] = [
  { name: '2025-Q1', asOf: '2025-04-01', held: 0.3 },
  { name: '2025-Q2', asOf: '2025-07-01', held: 0.06 },
  { name: '2025-Q3', asOf: '2025-10-01', held: 0.28 },
  { name: '2025-Q4', asOf: '2026-01-01', held: 0.34 },
];

/** So many cases and documents are invented for a release. */
const INVENTED: Readonly<Record<JointFigure, number>> = {
  [JointFigure.CASES_LINKED_IN_TWO_COUNTRIES]: 120,
  [JointFigure.DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO]: 90,
};

/** The joint figures of every release, counted as parties would contribute to them; the tokens are dropped at once. */
export function syntheticJointFigures(): JointFigureRow[] {
  const random = new SeededRandom(SEED);
  return Object.values(JointFigure).flatMap((figure) =>
    RELEASES.map((release) => ({
      _id: `${figure}|${release.name}`,
      dataset: SYNTHETIC_IDENTITY,
      figure,
      release: release.name,
      value: countShared(contributions(figure, release, random)),
      asOf: release.asOf,
    })),
  );
}

/** INVARIANT: the key is of one release, so what was contributed to two cannot be matched. */
function contributions(figure: JointFigure, { name, held }: Release, random: SeededRandom): SharedContribution[] {
  const key = createHmac('sha256', syntheticJointKey()).update(`${figure}|${name}`).digest();
  const token = (number: number) => createHmac('sha256', key).update(`SYNTHETIC ${number}`).digest('base64url');
  const all = Array.from({ length: INVENTED[figure] }, (_, number) => token(number));
  return LIMITS.parties.map((party) => ({ party, tokens: new Set(all.filter(() => random.chance(held))) }));
}
