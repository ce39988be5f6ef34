import { createHash } from 'node:crypto';
import { assert, property, shuffledSubarray, uniqueArray, uuid } from 'fast-check';
import { flatDimension } from '../table/dimension';
import { withMargins } from '../table/frequency-table';
import { cellNoise } from './cell-noise';
import { PerturbationTable } from './perturbation-table';
import { KEY_SPACE, recordKey } from './record-key';

const secret = createHash('sha256').update('a secret of tests').digest();
const table = new PerturbationTable(5);

const cellOf = (people: readonly string[]) => ({
  persons: people.length,
  key: people.reduce((sum, person) => sum + recordKey(secret, person), 0),
});

describe('record keys', () => {
  it('are whole numbers below 2^26 that follow from the secret and the person', () => {
    const other = createHash('sha256').update('another secret').digest();
    assert(
      property(uuid(), (person) => {
        const key = recordKey(secret, person);
        expect(Number.isInteger(key) && key >= 0 && key < KEY_SPACE).toBe(true);
        expect(recordKey(Uint8Array.from(secret), person)).toBe(key);
        expect(recordKey(other, person)).not.toBe(key);
      }),
    );
  });

  it('are not made with a short secret', () => {
    expect(() => recordKey(new Uint8Array(31), 'p')).toThrow('32 bytes');
  });
});

describe('the noise of a cell', () => {
  it('is the same for the same people in any order', () => {
    const orders = uniqueArray(uuid(), { minLength: 5, maxLength: 40 }).chain((people) =>
      shuffledSubarray(people, { minLength: people.length }).map((shuffled) => ({ people, shuffled })),
    );
    assert(
      property(orders, ({ people, shuffled }) => {
        expect(cellNoise(cellOf(shuffled), table)).toBe(cellNoise(cellOf(people), table));
      }),
    );
  });

  it('is the same for the same people in another cell of another table', () => {
    const people = Array.from({ length: 9 }, (_, at) => `person ${at}`);
    const one = withMargins([flatDimension('sex', ['F', 'M'])], [{ coordinates: ['F'], ...cellOf(people) }]);
    const other = withMargins(
      [flatDimension('region', ['a', 'b']), flatDimension('age', ['young', 'old'])],
      [
        { coordinates: ['a', 'old'], ...cellOf(people.slice(0, 4)) },
        { coordinates: ['b', 'old'], ...cellOf(people.slice(4)) },
      ],
    );
    const noises = [one.cells.get('F'), one.cells.get('ALL'), other.cells.get('ALL|old')].map((cell) =>
      cellNoise(cell ?? { persons: 0, key: 0 }, table),
    );
    expect(noises).toEqual(Array(3).fill(cellNoise(cellOf(people), table)));
  });

  it.each([5, 6, 7, 40])('is distributed as the table says over many sets of %i people', (persons) => {
    const sets = 20_000;
    const pool = Array.from({ length: sets + persons }, (_, at) => `person ${at}`).map((person) =>
      recordKey(secret, person),
    );
    const seen = new Map<number, number>();
    for (let set = 0; set < sets; set += 1) {
      const key = pool.slice(set, set + persons).reduce((sum, one) => sum + one, 0);
      const noise = cellNoise({ persons, key }, table);
      seen.set(noise, (seen.get(noise) ?? 0) + 1);
    }
    const chances = table.chances(persons);
    expect([...seen.keys()].sort((one, next) => one - next)).toEqual(chances.map(({ noise }) => noise));
    const chiSquare = chances.reduce((sum, { noise, probability }) => {
      const expected = sets * probability;
      return sum + ((seen.get(noise) ?? 0) - expected) ** 2 / expected;
    }, 0);
    // 18.5 is the 0.1 % point of chi-square with 4 degrees of freedom, the most that a row has.
    expect(chiSquare).toBeLessThan(18.5);
  });
});
