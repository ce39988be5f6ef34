import { readBenchOptions } from './bench-options';
import { ALL_ROWS, chooseRows } from './choose-rows';

describe('readBenchOptions', () => {
  it('has its defaults', () => {
    expect(readBenchOptions([])).toEqual({ rows: undefined, seconds: 4, rounds: 3, help: false });
  });

  it.each([
    ['--seconds', '0'],
    ['--seconds', 'x'],
    ['--rounds', '1.5'],
  ])('refuses %s %s', (name, value) => {
    expect(() => readBenchOptions([name, value])).toThrow(`${name} is a whole number`);
  });

  it('takes names of rows apart, one of which holds a comma', () => {
    const { rows } = readBenchOptions(['--rows', 'grafbase,pasarela A without rules']);
    expect(chooseRows(rows).map(({ name }) => name)).toEqual(['grafbase', 'pasarela A without rules']);
  });
});

describe('chooseRows', () => {
  it('takes all when none is named, and lists them when one is unknown', () => {
    expect(chooseRows(undefined)).toBe(ALL_ROWS);
    expect(() => chooseRows(['nobody'])).toThrow('There is no row nobody. There are: apollo-gateway vanilla;');
  });
});
