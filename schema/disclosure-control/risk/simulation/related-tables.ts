import { type FrequencyTable, withMargins } from '../../table/frequency-table';
import { DIMENSIONS, type SimulatedDimension } from './simulated-places';
import type { AlikePeople } from './simulated-register';

/** The tables that are released of the simulated register: related, and each held by itself. */
export const RELATED_TABLES: Readonly<Record<string, readonly SimulatedDimension[]>> = {
  'area-age-attribute': ['area', 'age', 'attribute'],
  'area-attribute': ['area', 'attribute'],
  'area-sex-attribute': ['area', 'sex', 'attribute'],
  'age-attribute': ['age', 'attribute'],
};

/** A live table of counted people. */
export const tableOf = (
  dimensions: readonly SimulatedDimension[],
  counted: ReadonlyArray<Readonly<AlikePeople>>,
): FrequencyTable =>
  withMargins(
    dimensions.map((dimension) => DIMENSIONS[dimension]),
    counted.map((people) => ({
      coordinates: dimensions.map((dimension) => people[dimension]),
      persons: people.persons,
      key: people.key,
    })),
  );
