import { registerEnumType } from 'type-graphql';

/** How people are moved along a route. */
export enum CorridorMode {
  ON_FOOT = 'ON_FOOT',
  BOAT = 'BOAT',
  BUS = 'BUS',
  TRUCK = 'TRUCK',
  AIR = 'AIR',
}
registerEnumType(CorridorMode, { name: 'CorridorMode', description: 'How people are moved along a route.' });

/** A way between two first administrative levels, and the modes by which it is travelled. */
export interface Stretch {
  /** ISO 3166-2. */
  readonly from: string;
  /** ISO 3166-2. */
  readonly to: string;
  readonly modes: readonly CorridorMode[];
}

const { ON_FOOT, BOAT, BUS, TRUCK, AIR } = CorridorMode;

/** The stretches that cases name: one list for all owners, so that their figures stand side by side. Invented. */
export const STRETCHES: readonly Stretch[] = [
  { from: 'CO-NSA', to: 'CO-ANT', modes: [BUS, TRUCK] },
  { from: 'CO-NAR', to: 'CO-VAC', modes: [BUS, TRUCK] },
  { from: 'CO-NAR', to: 'CO-ANT', modes: [BUS] },
  { from: 'CO-ANT', to: 'CO-CHO', modes: [BOAT] },
  { from: 'CO-ANT', to: 'PA-KY', modes: [BOAT] },
  { from: 'CO-ANT', to: 'PA-5', modes: [BOAT] },
  { from: 'CO-CHO', to: 'PA-5', modes: [ON_FOOT, BOAT] },
  { from: 'CO-CHO', to: 'PA-EM', modes: [ON_FOOT] },
  { from: 'CO-SAP', to: 'PA-KY', modes: [BOAT] },
  { from: 'PA-5', to: 'PA-8', modes: [BUS] },
  { from: 'PA-5', to: 'PA-4', modes: [BUS, TRUCK] },
  { from: 'PA-EM', to: 'PA-4', modes: [BUS] },
  { from: 'PA-4', to: 'US-TX', modes: [AIR, TRUCK] },
  { from: 'PA-4', to: 'US-AZ', modes: [TRUCK] },
  { from: 'PA-4', to: 'US-CA', modes: [AIR] },
];

/** A stretch and one mode. */
export interface CorridorCode {
  /** `from:to:mode`. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly mode: CorridorMode;
}

/** The code of a stretch that is travelled by a mode. */
export const corridorCodeOf = ({ from, to, mode }: Omit<CorridorCode, 'code'>): string => `${from}:${to}:${mode}`;

/** Every corridor by its code, in the order of the list. */
export const CORRIDORS: ReadonlyMap<string, CorridorCode> = new Map(
  STRETCHES.flatMap(({ from, to, modes }) =>
    modes.map((mode) => {
      const code = corridorCodeOf({ from, to, mode });
      return [code, { code, from, to, mode }] as const;
    }),
  ),
);
