import type { Asker } from './gateway-sender';

/** Who asks about permits. */
export const PERMIT_ASKER: Asker = { persona: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' };

/** What is asked of a permit: most of what its owner's analysts are granted. */
export const PERMIT_FIELDS =
  'id dataset currentStage stageReached stageHistory{stage on} registeredOn department{code} holder{birthDate sex nationality{code} documentNumber}';

/** The body of an operation, as the gateway writes it. */
export const bodyOf = (query: string, variables?: object): string => JSON.stringify({ query, variables });
