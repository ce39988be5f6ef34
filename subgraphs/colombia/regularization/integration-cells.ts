import { IntegrationIndicator, Schooling, WorkSituation } from './integration-codes';
import type { IntegrationCountRow } from './integration-count.model';
import type { PermitHolderRow, PermitRow } from './permit.model';
import { HealthAffiliation } from './permit-holder';
import { PermitStage } from './permit-stage';
import { SYNTHETIC_PERMITS } from './synthetic-permit';

/** Each indicator with its categories, and where a person's stands. */
const INDICATORS: ReadonlyArray<{
  readonly indicator: IntegrationIndicator;
  readonly categories: readonly string[];
  readonly of: (holder: PermitHolderRow) => string | null;
}> = [
  {
    indicator: IntegrationIndicator.HEALTH_AFFILIATION,
    categories: Object.values(HealthAffiliation),
    of: ({ healthAffiliation }) => healthAffiliation,
  },
  {
    indicator: IntegrationIndicator.SCHOOLING,
    categories: Object.values(Schooling),
    of: ({ schooling }) => schooling,
  },
  {
    indicator: IntegrationIndicator.FORMAL_WORK,
    categories: Object.values(WorkSituation),
    of: ({ formalWork }) => formalWork,
  },
];

/** Rolls up the cells of all indicators while permits are written. */
export interface IntegrationCells {
  add(permit: Pick<PermitRow, 'currentStage' | 'holder'>): void;
  rows(): IntegrationCountRow[];
}

/** Cells of all indicators, at zero. Only who holds a permit counts: an applicant whose permit is delivered. */
export function integrationCells(): IntegrationCells {
  const values = new Map<string, number>();
  return {
    add: ({ currentStage, holder }) => {
      if (currentStage !== PermitStage.DELIVERED) return;
      for (const { indicator, of } of INDICATORS) {
        const cell = `${indicator}:${of(holder)}`;
        values.set(cell, (values.get(cell) ?? 0) + 1);
      }
    },
    rows: () =>
      INDICATORS.flatMap(({ indicator, categories }) =>
        categories.map((category) => ({ indicator, category, _id: `${indicator}:${category}` })),
      ).map((cell, ordinal) => ({
        ...cell,
        ordinal,
        dataset: SYNTHETIC_PERMITS,
        value: values.get(cell._id) ?? 0,
      })),
  };
}
