import type { FrequencyTable } from '../../table/frequency-table';
import { type SimulatedTables, tableOf } from './related-tables';
import { AGE_BANDS, AREAS, type Pace } from './simulated-places';
import { SimulatedRegister } from './simulated-register';
import { SimulationRandom } from './simulation-random';

/** Weekly releases of a year. */
export const WEEKS = 52;

/** The two categories between which an attacker has to choose. */
export const CHOICES = ['p', 'q'] as const;

/** One target: what the attackers know of them, and what they do not. */
export interface Target {
  readonly area: string;
  readonly region: string;
  readonly pace: Pace;
  readonly age: string;
  /** The first release with the target in the register. */
  readonly week: number;
  /** The place in `CHOICES` of the truth, drawn with equal chances. */
  readonly truth: 0 | 1;
}

/** A simulated year: the live tables of each week, by table, and who is attacked. */
export interface SimulatedYear {
  readonly seed: number;
  readonly targets: readonly Target[];
  readonly weeks: ReadonlyArray<Readonly<Record<string, FrequencyTable>>>;
}

/** The year of a seed. In each area and age band a target enters in each quarter. */
export function simulateYear(seed: number, tables: SimulatedTables): SimulatedYear {
  const random = new SimulationRandom(seed);
  const register = new SimulatedRegister(random);
  const targets = drawTargets(random);
  const weeks = Array.from({ length: WEEKS }, (_, week): Record<string, FrequencyTable> => {
    if (week > 0) register.passWeek();
    for (const { area, age, truth } of targets.filter((target) => target.week === week))
      register.enter({ area, age, attribute: CHOICES[truth] });
    const counted = [...register.counted()];
    return Object.fromEntries(Object.entries(tables).map(([name, dimensions]) => [name, tableOf(dimensions, counted)]));
  });
  return { seed, targets, weeks };
}

/** How many targets enter in each area and age band. */
export const TARGETS_OF_GROUP = 4;

function drawTargets(random: SimulationRandom): Target[] {
  const quarter = WEEKS / TARGETS_OF_GROUP;
  const quarters = Array.from({ length: TARGETS_OF_GROUP }, (_, at) => at * quarter);
  return AREAS.flatMap(({ code, region, pace }) =>
    AGE_BANDS.codes.flatMap((age) =>
      quarters.map((start) => ({
        area: code,
        region,
        pace,
        age,
        week: start + 1 + random.below(quarter - 1),
        truth: random.next() < 0.5 ? (0 as const) : (1 as const),
      })),
    ),
  );
}
