/** The least number of persons that this domain holds or shows (minimum cell of 10, the house choice for protection). */
export const SMALLEST_CELL = 10;

/**
 * A cell as it may be kept: null for every number under ten, zero too.
 *
 * INVARIANT: a contribution is a release. What is suppressed is not stored, so nobody can be shown it by mistake.
 */
export const keptCell = (persons: number): number | null => (persons < SMALLEST_CELL ? null : persons);

/** What may be kept of a part of a whole: nothing, where either the part or the rest is a small cell. */
export const keptPart = (part: number, whole: number): number | null =>
  keptCell(part) === null || keptCell(whole - part) === null ? null : part;
