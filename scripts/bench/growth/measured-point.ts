import { median } from '../measure';
import type { GrowthPoint } from './growth-point';

/** One point in one round. */
export interface PointRound {
  /** From the start of its process until the gateway and all subgraphs are ready. */
  readonly startSeconds: number;
  /** The first answer: the schema of who asks, the plan, and a statement for each subgraph are made for it. */
  readonly firstMs: number;
  readonly p50: number;
  /** Of the gateway, with all its threads. */
  readonly cpuMsPerRequest: number;
  readonly rssMb: number;
  /** The gateway's share of one core. */
  readonly gatewayShare: number;
  readonly subgraphShare: number;
  readonly loadShare: number;
  /** Pieces of a fixed work that the gateway's core did in a second just before. */
  readonly calibration: number;
  readonly answers: number;
  /** Of an answer's body. */
  readonly bytes: number;
}

/** A point after all rounds: medians, and what each round gave. */
export interface MeasuredPoint extends PointRound {
  readonly point: GrowthPoint;
  readonly cpuUsPerEntity: number;
  /** By round; null where it failed. */
  readonly cpuMsOfRounds: ReadonlyArray<number | null>;
}

/** A point in a round, or why it could not be measured there. */
export type PointOutcome = PointRound | { readonly fault: string };

/** The medians of a point's rounds, but for those that failed; undefined where all did. */
export function mediansOf(point: GrowthPoint, outcomes: readonly PointOutcome[]): MeasuredPoint | undefined {
  const rounds = outcomes.filter((outcome): outcome is PointRound => !('fault' in outcome));
  if (rounds.length === 0) return undefined;
  const keys = Object.keys(rounds[0] as PointRound) as Array<keyof PointRound>;
  const medians = Object.fromEntries(keys.map((key) => [key, median(rounds.map((round) => round[key]))]));
  return {
    ...(medians as unknown as PointRound),
    point,
    cpuUsPerEntity: (1000 * (medians.cpuMsPerRequest as number)) / point.entities,
    cpuMsOfRounds: outcomes.map((outcome) => ('fault' in outcome ? null : outcome.cpuMsPerRequest)),
  };
}
