import { PerturbationTable } from '../../perturbation/perturbation-table';
import type { SuppressionStages } from '../../release/make-release';
import type { MadeRelease } from '../../release/release';
import { cellId, type FrequencyTable, withMargins } from '../../table/frequency-table';
import { SIMULATED_RULE, SimulatedOwner } from './simulated-owner';
import type { SimulatedYear } from './simulated-year';
import { SimulationRandom } from './simulation-random';

/** What a cell said at each release of the year; null where it was suppressed. */
export type CellCourse = ReadonlyArray<number | null>;

/** All releases of a year: by table and cell. */
export type ObservedYear = ReadonlyMap<string, ReadonlyMap<string, CellCourse>>;

/**
 * With what a year is seen: all protections on; the noise off; holding off; perturbation off, which is both; holding
 * and each requester with a noise of their own, of whom sixteen put their answers together; and, suppressed cells too,
 * the exact counts that are held, and the exact live counts.
 */
export const VIEWS = [
  'allOn',
  'noiseOff',
  'holdingOff',
  'perturbationOff',
  'noisePerRequester',
  'heldTold',
  'liveTold',
] as const;

/** One way to see a year. */
export type View = (typeof VIEWS)[number];

/** How many requesters put their answers together. */
const REQUESTERS = 16;

/** Makes the releases of a year, with holding and without, and takes down what each view shows. */
export async function observeYear(
  { weeks, seed }: SimulatedYear,
  stages: SuppressionStages,
): Promise<Readonly<Record<View, ObservedYear>>> {
  const owner = new SimulatedOwner(seed, stages);
  const random = new SimulationRandom(seed);
  const courses = new Courses();
  for (const [week, tables] of weeks.entries())
    for (const [name, table] of Object.entries(tables)) {
      const held = await owner.nextRelease({ week, name, table });
      const live = await owner.firstRelease({ week, name, table });
      courses.addAll(
        name,
        { held, live, heldTable: withMargins(table.dimensions, held.held), liveTable: table },
        random,
      );
    }
  return courses.byView;
}

interface WeekOfTable {
  readonly held: MadeRelease;
  readonly live: MadeRelease;
  readonly heldTable: FrequencyTable;
  readonly liveTable: FrequencyTable;
}

class Courses {
  readonly byView = Object.fromEntries(VIEWS.map((view) => [view, new Map()])) as Record<
    View,
    Map<string, Map<string, (number | null)[]>>
  >;

  /** Takes a week of a table down, in every view. */
  addAll(name: string, { held, live, heldTable, liveTable }: WeekOfTable, random: SimulationRandom): void {
    for (const [at, { coordinates, value }] of held.release.cells.entries()) {
      const id = cellId(coordinates);
      const liveValue = live.release.cells[at]?.value ?? null;
      const [heldCount, liveCount] = [heldTable, liveTable].map(({ cells }) => cells.get(id)?.persons ?? 0) as [
        number,
        number,
      ];
      const shown: Record<View, number | null> = {
        allOn: value,
        noiseOff: value === null ? null : heldCount,
        holdingOff: liveValue,
        perturbationOff: liveValue === null ? null : liveCount,
        noisePerRequester: liveValue === null ? null : meanOfRequesters(liveCount, random),
        heldTold: heldCount,
        liveTold: liveCount,
      };
      for (const view of VIEWS) this.add(view, name, id, shown[view]);
    }
  }

  private add(view: View, name: string, id: string, value: number | null): void {
    const tables = this.byView[view];
    const cells = tables.get(name) ?? new Map<string, (number | null)[]>();
    tables.set(name, cells);
    const course = cells.get(id);
    if (course) course.push(value);
    else cells.set(id, [value]);
  }
}

const NOISE = new PerturbationTable(SIMULATED_RULE.threshold);

/** What requesters know of a count together, if each were given a noise of their own. */
function meanOfRequesters(count: number, random: SimulationRandom): number {
  let sum = 0;
  for (let requester = 0; requester < REQUESTERS; requester += 1) sum += count + NOISE.noiseAt(count, random.next());
  return sum / REQUESTERS;
}
