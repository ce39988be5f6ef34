/**
 * The day from which the receiving state sees the entries of a flight: the first of the second month after it.
 *
 * INVARIANT: it follows from the day of the flight alone. A manifest appears at once and once, on a day that was
 * known before; that nothing appears earlier or later tells nothing of anybody on it.
 */
export function releaseDayOf(flightOn: string): string {
  const [year, month] = [Number(flightOn.slice(0, 4)), Number(flightOn.slice(5, 7))];
  return new Date(Date.UTC(year, month + 1, 1)).toISOString().slice(0, 10);
}
