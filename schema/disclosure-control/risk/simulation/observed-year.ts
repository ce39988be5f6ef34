import { createHash } from 'node:crypto';
import type { Marks } from '../../inheritance/strictest-marks';
import type { HeldLeaf } from '../../perturbation/held-leaves';
import type { ProtectionRule } from '../../protection-rule';
import { makeRelease, type SuppressionStages } from '../../release/make-release';
import type { MadeRelease } from '../../release/release';
import { cellId, type FrequencyTable, withMargins } from '../../table/frequency-table';
import type { SimulatedYear } from './simulated-year';

/** What a cell said at each release of the year; null where it was suppressed. */
export type CellCourse = ReadonlyArray<number | null>;

/** All releases of a year: by table and cell. */
export type ObservedYear = ReadonlyMap<string, ReadonlyMap<string, CellCourse>>;

/** The year as it is seen with one protection or the other off. */
export interface ObservedYears {
  readonly allOn: ObservedYear;
  readonly noiseOff: ObservedYear;
  readonly holdingOff: ObservedYear;
  readonly bothOff: ObservedYear;
}

/** The rule of the simulated tables. */
export const SIMULATED_RULE: ProtectionRule = { threshold: 5, zerosSuppressed: false };

const MARKS: Marks = { tlp: 'CLEAR', handlingCodes: [], originators: [], datasets: ['simulated'], synthetic: true };

/** Makes the releases of a year, with holding and without, and takes down what each says with its noise and without. */
export async function observeYear<Reason>(
  { weeks, seed }: SimulatedYear,
  stages: SuppressionStages<Reason>,
): Promise<ObservedYears> {
  const secret = createHash('sha256').update(`simulated owner ${seed}`).digest();
  const courses = { allOn: new Courses(), noiseOff: new Courses(), holdingOff: new Courses(), bothOff: new Courses() };
  const previous = new Map<string, readonly HeldLeaf[]>();
  for (const [week, tables] of weeks.entries())
    for (const [name, table] of Object.entries(tables)) {
      const common = { name, table, rule: SIMULATED_RULE, secret, madeAt: new Date(week), marks: MARKS, stages };
      const before = previous.get(name);
      const held = await makeRelease({ ...common, number: week + 1, ...(before && { previous: before }) });
      // Each week is a first release, which takes the live state: so nothing is held.
      const live = await makeRelease({ ...common, number: 1 });
      previous.set(name, held.held);
      courses.allOn.add(name, held);
      courses.holdingOff.add(name, live);
      courses.noiseOff.add(name, held, withMargins(table.dimensions, held.held));
      courses.bothOff.add(name, live, table);
    }
  return {
    allOn: courses.allOn.byTable,
    noiseOff: courses.noiseOff.byTable,
    holdingOff: courses.holdingOff.byTable,
    bothOff: courses.bothOff.byTable,
  };
}

class Courses {
  readonly byTable = new Map<string, Map<string, (number | null)[]>>();

  /** Takes down a release. @param exact the table whose values are told instead of the released ones. */
  add(name: string, { release }: MadeRelease<unknown>, exact?: FrequencyTable): void {
    const cells = this.byTable.get(name) ?? new Map<string, (number | null)[]>();
    this.byTable.set(name, cells);
    for (const { coordinates, value } of release.cells) {
      const id = cellId(coordinates);
      const said = value === null || !exact ? value : (exact.cells.get(id)?.persons ?? null);
      const course = cells.get(id);
      if (course) course.push(said);
      else cells.set(id, [said]);
    }
  }
}
