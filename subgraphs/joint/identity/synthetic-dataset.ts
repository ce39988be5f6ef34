/** The dataset of everything that this domain holds. */
export const SYNTHETIC_IDENTITY = 'SYNTHETIC-identity-checks';
