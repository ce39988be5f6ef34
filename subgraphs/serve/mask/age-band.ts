/** UNHCR's age bands: first year of age, last year of age, name. They are made from dates of birth only. */
const BANDS: ReadonlyArray<readonly [number, number, string]> = [
  [0, 4, '0-4'],
  [5, 11, '5-11'],
  [12, 17, '12-17'],
  [18, 59, '18-59'],
  [60, 150, '60+'],
];

/** The age band, on a day, of somebody born on a date (YYYY-MM-DD); null when the date is not whole. */
export function ageBandOf(birthDate: unknown, on: Date): string | null {
  const parts = typeof birthDate === 'string' ? birthDate.match(/^(\d{4})-(\d{2})-(\d{2})$/) : null;
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const hadBirthday = on.getUTCMonth() + 1 > month || (on.getUTCMonth() + 1 === month && on.getUTCDate() >= day);
  const age = on.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
  return BANDS.find(([first, last]) => age >= first && age <= last)?.[2] ?? null;
}
