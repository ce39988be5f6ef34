/**
 * A count to the nearest multiple of a base, halves up; a count above 0 never becomes 0, which would say that nobody is there.
 *
 * @throws Error where the base is no whole number from 1.
 */
export function roundCount(value: number, base: number): number {
  if (!Number.isInteger(base) || base < 1) throw new Error('A base of rounding is a whole number from 1.');
  return value <= 0 ? 0 : Math.max(base, Math.floor(value / base + 0.5) * base);
}
