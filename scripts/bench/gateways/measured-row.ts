import { median } from '../measure';
import type { Percentiles } from './latencies';

/** One row in one round. */
export interface RoundResult extends Percentiles {
  readonly rps: number;
  readonly cpuMsPerRequest: number;
  /** The gateway's share of one core. */
  readonly gatewayShare: number;
  readonly rssMb: number;
  readonly calibration: number;
  readonly subgraphShare: number;
  readonly loadShare: number;
  /** Fetches that subgraphs answered for a request. */
  readonly fetchesPerRequest: number;
  /** Fetches that graphql-js had to answer, after the warm-up. */
  readonly executed: number;
  readonly answers: number;
  readonly bytes: number;
}

/** A row after all rounds: medians. */
export interface MeasuredRow extends RoundResult {
  readonly name: string;
  readonly note: string;
  /** Whether the subgraphs had so much to do that they may have held the gateway up. */
  readonly subgraphsBusy: boolean;
  /** What each round gave, in requests a second. */
  readonly rpsOfRounds: readonly number[];
  /** The same in milliseconds of processor a request. */
  readonly cpuMsOfRounds: readonly number[];
}

/** A row that could not be measured, and why. */
export interface FailedRow {
  readonly name: string;
  readonly fault: string;
}

/** From this share of a core on, subgraphs may be what limits a row. */
export const BUSY_SHARE = 0.85;

/** The medians of a row's rounds. */
export function mediansOf(row: { name: string; note: string }, rounds: readonly RoundResult[]): MeasuredRow {
  const keys = Object.keys(rounds[0] as RoundResult) as Array<keyof RoundResult>;
  const medians = Object.fromEntries(keys.map((key) => [key, median(rounds.map((round) => round[key]))]));
  return {
    ...(medians as unknown as RoundResult),
    name: row.name,
    note: row.note,
    subgraphsBusy: (medians.subgraphShare as number) > BUSY_SHARE,
    rpsOfRounds: rounds.map(({ rps }) => rps),
    cpuMsOfRounds: rounds.map(({ cpuMsPerRequest }) => cpuMsPerRequest),
  };
}
