/** So much of a name may be written otherwise before it is another one. */
const MAX_SHARE = 1 / 3;

/** The known name that is written most like another; null where none is. Capitals make no difference. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const sought = written.toLowerCase();
  const limit = Math.max(1, Math.floor(sought.length * MAX_SHARE));
  let nearest: string | null = null;
  let least = limit + 1;
  for (const name of known) {
    if (Math.abs(name.length - sought.length) >= least) continue;
    const distance = editDistance(sought, name.toLowerCase());
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** How many letters have to be put in, taken out or replaced to make one text of another (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const above = row;
    row = [line];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row[other.length] ?? 0;
}
