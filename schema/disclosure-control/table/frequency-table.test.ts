import { EVERYBODY, flatDimension } from './dimension';
import { additiveRelations, withMargins } from './frequency-table';

const region = {
  name: 'region',
  root: { code: EVERYBODY, parts: [{ code: 'north', parts: [{ code: 'a' }, { code: 'b' }] }, { code: 'south' }] },
};
const sex = flatDimension('sex', ['F', 'M']);
const leaf = (coordinates: string[], persons: number) => ({ coordinates, persons, key: persons * 10 });

describe('a frequency table', () => {
  it('holds every crossing, its margins added up with their keys', () => {
    const { cells } = withMargins([region, sex], [leaf(['a', 'F'], 3), leaf(['b', 'F'], 4), leaf(['south', 'M'], 5)]);
    expect(cells.size).toBe(15);
    expect(cells.get('north|ALL')).toEqual({ coordinates: ['north', 'ALL'], persons: 7, key: 70 });
    expect(cells.get('ALL|ALL')?.persons).toBe(12);
    expect(cells.get('b|M')?.persons).toBe(0);
  });

  it('refuses a cell that is no leaf', () => {
    expect(() => withMargins([region, sex], [leaf(['north', 'F'], 1)])).toThrow('north is no leaf');
  });

  it('adds up in every relation', () => {
    const { cells } = withMargins([region, sex], [leaf(['a', 'F'], 3), leaf(['b', 'M'], 4), leaf(['south', 'M'], 5)]);
    const relations = additiveRelations([region, sex]);
    expect(relations).toHaveLength(6 + 5);
    for (const { total, parts } of relations)
      expect(parts.reduce((sum, part) => sum + (cells.get(part)?.persons ?? Number.NaN), 0)).toBe(
        cells.get(total)?.persons,
      );
  });
});
