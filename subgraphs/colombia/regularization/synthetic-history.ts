import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { daysAfter, daysBetween } from './calendar-days';
import type { StageChangeRow } from './permit.model';
import { LEAVING_SHARES, STAGE_REACHED_WEIGHTS } from './permit-calibration';
import { FUNNEL_STAGES, PermitStage } from './permit-stage';

/** Preregistration opened on 5 May 2021 and closed on 24 November 2023. */
const OPENED = '2021-05-05';
const CLOSED = '2023-11-24';
/** The date of the latest published funnel: no synthetic record goes beyond it. */
export const SYNTHETIC_AS_OF = '2024-02-29';

/** Days from the stage before, least and most. Nothing is published of them: invented. */
const DAYS: Readonly<Record<PermitStage, readonly [number, number]>> = {
  PREREGISTERED: [0, 0],
  BIOMETRIC_DONE: [10, 90],
  IN_REVIEW: [2, 30],
  APPROVED: [20, 120],
  PRINTED: [5, 30],
  DELIVERED: [10, 60],
  REQUIRED: [10, 60],
  DENIED: [30, 90],
  CANCELLED: [30, 200],
};

/** Where a synthetic application stands, how far it came, and when each stage began. */
export interface SyntheticHistory {
  readonly currentStage: PermitStage;
  readonly stageReached: PermitStage;
  readonly stageHistory: readonly StageChangeRow[];
}

/** Draws one application's way through the stages; it begins and ends within the published period. */
export function syntheticHistory(random: SeededRandom): SyntheticHistory {
  const stageReached = random.weighted(STAGE_REACHED_WEIGHTS);
  const currentStage = currentStageOf(stageReached, random);
  const passed: PermitStage[] = FUNNEL_STAGES.slice(0, FUNNEL_STAGES.indexOf(stageReached) + 1);
  const stages = currentStage === stageReached ? passed : [...passed, currentStage];
  return { currentStage, stageReached, stageHistory: datedStages(stages, random) };
}

function currentStageOf(reached: PermitStage, random: SeededRandom): PermitStage {
  if (reached === PermitStage.IN_REVIEW && random.chance(LEAVING_SHARES.REQUIRED)) return PermitStage.REQUIRED;
  if (reached === PermitStage.IN_REVIEW && random.chance(LEAVING_SHARES.DENIED)) return PermitStage.DENIED;
  if (reached === PermitStage.DELIVERED && random.chance(LEAVING_SHARES.CANCELLED)) return PermitStage.CANCELLED;
  return reached;
}

function datedStages(stages: readonly PermitStage[], random: SeededRandom): StageChangeRow[] {
  const delays = stages.map((stage) => random.integer(...DAYS[stage]));
  const duration = delays.reduce((sum, days) => sum + days, 0);
  const latestStart = Math.min(daysBetween(OPENED, CLOSED), daysBetween(OPENED, SYNTHETIC_AS_OF) - duration);
  let elapsed = random.integer(0, latestStart);
  return stages.map((stage, index) => {
    elapsed += delays[index] as number;
    return { stage, on: daysAfter(OPENED, elapsed) };
  });
}
