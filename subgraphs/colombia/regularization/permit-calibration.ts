import type { Sex } from '@pasarela/serve/domain/sex';
import { groupedBy } from './grouped-by';
import { PermitStage } from './permit-stage';
import type { PublishedFigureRow } from './published-figure.model';

/**
 * How many applications had reached each stage and no further, by which synthetic permits are drawn. They
 * sum to 2,284,675 (29 February 2024). Authorised 1,927,299: delivered 1,890,185 (18 December 2023), the
 * other 37,114 split as on 16 March 2022 (approved only 52,180, printed only 141,261). In process 357,376:
 * split as on that day (539,155 preregistered only, 642,999 after biometrics), the latter in halves, since
 * the number in review was not published.
 */
export const STAGE_REACHED_WEIGHTS = [
  [PermitStage.PREREGISTERED, 162_991],
  [PermitStage.BIOMETRIC_DONE, 97_193],
  [PermitStage.IN_REVIEW, 97_192],
  [PermitStage.APPROVED, 10_011],
  [PermitStage.PRINTED, 27_103],
  [PermitStage.DELIVERED, 1_890_185],
] as const;

/** Shares of those who left the funnel at a stage. Nothing is published of them: invented. */
export const LEAVING_SHARES = { REQUIRED: 0.1, DENIED: 0.05, CANCELLED: 0.005 } as const;

/** The cell of a department's population from which a synthetic person is drawn. */
export interface PopulationCell {
  readonly sex: Sex;
  readonly ageBand: string;
}

/** The published population by which synthetic persons are drawn: departments, then cells of each. */
export interface PopulationWeights {
  readonly departments: ReadonlyArray<readonly [string, number]>;
  readonly cells: ReadonlyMap<string, ReadonlyArray<readonly [PopulationCell, number]>>;
}

/** The weights of the published rows by department; cells of unknown age are left out. */
export function populationWeights(figures: readonly PublishedFigureRow[]): PopulationWeights {
  const rows = figures.filter(({ series, value }) => series === 'DEPARTMENT' && value !== null && value > 0);
  const totals = rows.filter(({ sex }) => sex === null);
  const cells = rows.filter(({ sex, ageBand }) => sex !== null && ageBand !== 'OTHER');
  return {
    departments: totals.map(({ department, value }) => [department as string, value as number] as const),
    cells: new Map(
      [...groupedBy(cells, ({ department }) => department as string)].map(([department, ofDepartment]) => [
        department,
        ofDepartment.map(
          ({ sex, ageBand, value }) => [{ sex: sex as Sex, ageBand: ageBand as string }, value as number] as const,
        ),
      ]),
    ),
  };
}
