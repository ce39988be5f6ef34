import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ATTACKS } from './attacks';
import { fileOf } from './guards/guard';
import { GUARDS } from './guards/guards';

/** The threats that this suite answers for, by their numbers in the threat model. */
export const NUMBERS: readonly number[] = [
  1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 36, 38, 48,
  50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 62,
];

/** The rows that the README's table must have: one for each attack and each of its guards. */
export function rowsOfCode(): string[] {
  return ATTACKS.flatMap(({ number, title, guards, file }) =>
    guards.map((name) => {
      const guard = GUARDS[name];
      const threat = String(number).padStart(2, '0');
      return `| ${threat} | ${title} | \`${fileOf(guard)}\` \`${guard.function}\` ${guard.what} | \`${file}\` |`;
    }),
  );
}

/** The rows that the README's table has. */
export function rowsOfReadme(): string[] {
  return readFileSync(path.join(__dirname, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line));
}
