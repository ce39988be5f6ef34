/** The name that every synthetic case, person and network carries. */
export const SYNTHETIC_CASES = 'SYNTHETIC smuggling cases';

/** The date beyond which no synthetic record goes. */
export const SYNTHETIC_AS_OF = '2025-12-31';
