import { registerEnumType } from 'type-graphql';

/** Under which measure somebody was returned. INVARIANT: three figures, never merged. */
export enum ReturnLegalCategory {
  DEPORTATION = 'DEPORTATION',
  EXPULSION = 'EXPULSION',
  VOLUNTARY_REPATRIATION = 'VOLUNTARY_REPATRIATION',
}
registerEnumType(ReturnLegalCategory, {
  name: 'ReturnLegalCategory',
  description:
    'Under which measure somebody was returned. Deportation and expulsion are two measures in Panama; their figures, and those of voluntary repatriation, are never merged.',
  valuesConfig: {
    VOLUNTARY_REPATRIATION: { description: 'Recorded as voluntary by SNM.' },
    DEPORTATION: { description: 'Deported by decision of SNM.' },
    EXPULSION: { description: 'Expelled: in Panama a measure of its own.' },
  },
});

/** Every category, in the order in which they are listed. */
export const LEGAL_CATEGORIES: readonly ReturnLegalCategory[] = Object.values(ReturnLegalCategory);
