import type { CountedCell } from '../table/frequency-table';
import type { PerturbationTable } from './perturbation-table';
import { KEY_SPACE } from './record-key';

/**
 * The noise of a cell, by the cell-key method (Thompson, Broadfoot and Elazar 2013).
 *
 * INVARIANT: it depends on the set of people counted and on the table of noise alone: the same people have the same
 * noise in every table, release and answer, in whatever order they were counted.
 *
 * @param cell its key is the sum of its people's record keys.
 */
export const cellNoise = ({ persons, key }: Omit<CountedCell, 'coordinates'>, table: PerturbationTable): number =>
  table.noiseAt(persons, (key % KEY_SPACE) / KEY_SPACE);
