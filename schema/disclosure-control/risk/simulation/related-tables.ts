import { type FrequencyTable, withMargins } from '../../table/frequency-table';
import { DIMENSIONS, type SimulatedDimension } from './simulated-places';
import type { AlikePeople } from './simulated-register';

/** Some tables of the simulated register, by name: their dimensions. Each is held by itself. */
export type SimulatedTables = Readonly<Record<string, readonly SimulatedDimension[]>>;

/** One table, whose margins are twelve related tables: by area, region or neither, by age or not, by attribute or not. */
export const ONE_TABLE: SimulatedTables = { 'area-age-attribute': ['area', 'age', 'attribute'] };

/** The same and more, declared as four tables: what the page warns of. */
export const TABLES_APART: SimulatedTables = {
  ...ONE_TABLE,
  'area-attribute': ['area', 'attribute'],
  'area-sex-attribute': ['area', 'sex', 'attribute'],
  'age-attribute': ['age', 'attribute'],
};

/** Any of the tables above by its name. */
export const dimensionsOf = (table: string): readonly SimulatedDimension[] => TABLES_APART[table] ?? [];

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
