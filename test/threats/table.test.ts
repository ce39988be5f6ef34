import { existsSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { ATTACKS } from './attacks';
import { fileOf } from './guards/guard';
import { GUARDS } from './guards/guards';
import { NUMBERS, rowsOfCode, rowsOfReadme } from './table';

const root = path.dirname(schemaDirectory);

describe('the table of threats, guards and tests', () => {
  it('says what the code says', () => {
    expect(rowsOfReadme()).toEqual(rowsOfCode());
  });

  it.each(NUMBERS)('has an attack on threat %i', (number) => {
    expect(ATTACKS.filter((attack) => attack.number === number)).not.toEqual([]);
  });

  it('attacks no threat that it does not answer for', () => {
    expect(ATTACKS.filter(({ number }) => !NUMBERS.includes(number))).toEqual([]);
  });

  it.each(ATTACKS)('switches a guard off for threat $number: $title', ({ guards, file, number }) => {
    expect(guards).not.toEqual([]);
    expect(file.startsWith(`attacks/${String(number).padStart(2, '0')}-`)).toBe(true);
  });

  it.each(Object.entries(GUARDS))('names a function that is there: %s', (_, guard) => {
    expect(existsSync(path.join(root, fileOf(guard)))).toBe(true);
    const [owner, method] = guard.function.split('.') as [string, string | undefined];
    const exported = jest.requireActual<Record<string, any>>(guard.module)[owner];
    expect(typeof (method ? exported.prototype[method] : exported)).toBe('function');
  });

  it('names no guard that no attack needs', () => {
    const needed = new Set<string>(ATTACKS.flatMap(({ guards }) => guards));
    expect(Object.keys(GUARDS).filter((name) => !needed.has(name))).toEqual([]);
  });
});
