import type { OpenFederation } from '../federation/open-federation';
import type { GuardName } from './guards/guards';

/** Real time plus what an attack adds to it; the gateway and the subgraphs of a stage tell time by it. */
export interface MovableClock {
  aheadMs: number;
}

/** A federation under attack, and the clock that it goes by. */
export interface Stage extends OpenFederation {
  readonly clock: MovableClock;
}

/**
 * What is attacked: the product's own domains, the same with signed rules that are pulled, the fixture with an
 * interface, a union and nested lists, or the fixture with a second subgraph that requires fields of the first.
 */
export type StageName = 'product' | 'governed' | 'sightings' | 'appraisals';

/** One abuse case of the threat model. */
export interface Attack {
  /** The threat's number in the threat model. */
  readonly number: number;
  readonly title: string;
  readonly on: StageName;
  /** The guards that hold it off; without any one of them it succeeds. */
  readonly guards: readonly GuardName[];
  /** Attacks. Throws an assertion error when the attack succeeds. */
  run(stage: Stage): Promise<void>;
}

/** An attack's name in test output: `threat 08: ...`. */
export const attackName = ({ number, title }: Pick<Attack, 'number' | 'title'>): string =>
  `threat ${String(number).padStart(2, '0')}: ${title}`;
