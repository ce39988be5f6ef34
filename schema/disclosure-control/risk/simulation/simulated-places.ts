import { type Dimension, EVERYBODY, flatDimension } from '../../table/dimension';

/** How lively an area of the simulation is. */
export type Pace = 'QUIET' | 'STEADY' | 'BUSY';

/** An area of the simulation: how many people it begins with, and how many enter, leave or change in a week, the targets apart. */
export interface SimulatedArea {
  readonly code: string;
  readonly region: string;
  readonly pace: Pace;
  readonly people: number;
  readonly changesPerWeek: number;
}

const PACES: ReadonlyArray<Pick<SimulatedArea, 'pace' | 'people' | 'changesPerWeek'>> = [
  { pace: 'QUIET', people: 240, changesPerWeek: 0.7 },
  { pace: 'STEADY', people: 900, changesPerWeek: 5 },
  { pace: 'BUSY', people: 3_000, changesPerWeek: 25 },
];

const REGIONS = ['region-1', 'region-2'];

/** The areas: a quiet one, a steady one and a busy one in each of two regions. */
export const AREAS: readonly SimulatedArea[] = REGIONS.flatMap((region) =>
  PACES.map((pace) => ({ ...pace, region, code: `${region}-${pace.pace.toLowerCase()}` })),
);

/** The codes and shares of what else the register says of a person. */
export const AGE_BANDS = { codes: ['young', 'middle', 'old'], shares: [0.25, 0.5, 0.25] } as const;
/** The sexes of the register. */
export const SEXES = { codes: ['F', 'M'], shares: [0.5, 0.5] } as const;
/** The sensitive attribute: what the attackers want to know. */
export const ATTRIBUTES = { codes: ['p', 'q', 'r', 's'], shares: [0.35, 0.35, 0.2, 0.1] } as const;

/** Of the changes: people who enter, who leave, whose attribute changes. */
export const CHANGE_SHARES = { enter: 0.6, leave: 0.3, change: 0.1 } as const;

const area: Dimension = {
  name: 'area',
  root: {
    code: EVERYBODY,
    parts: REGIONS.map((code) => ({
      code,
      parts: AREAS.filter(({ region }) => region === code).map((within) => ({ code: within.code })),
    })),
  },
};

/** The dimensions of the simulated tables. */
export const DIMENSIONS = {
  area,
  age: flatDimension('age', AGE_BANDS.codes),
  sex: flatDimension('sex', SEXES.codes),
  attribute: flatDimension('attribute', ATTRIBUTES.codes),
} as const;

/** A dimension of the simulated tables. */
export type SimulatedDimension = keyof typeof DIMENSIONS;
