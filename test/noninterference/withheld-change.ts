import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { ContractView } from './stored-values';
import type { Shown } from './what-is-shown';

/** What a change of withheld data is worked out with, and what it leaves behind. */
export interface WithheldChange {
  readonly view: ContractView;
  readonly shown: Shown;
  readonly random: SeededRandom;
  /** Filled with the coordinate of every value that was changed on some row that is shown. */
  readonly values: Set<string>;
  /** Filled with the types of which rows were added, removed or changed altogether. */
  readonly rows: Set<string>;
  /** Filled with hidden rows that stand in one store only, by type. */
  readonly hidden: Map<string, string[]>;
}

/** Starts a change. */
export const withheldChange = (view: ContractView, shown: Shown, seed: number): WithheldChange => ({
  view,
  shown,
  random: new SeededRandom(seed),
  values: new Set(),
  rows: new Set(),
  hidden: new Map(),
});
