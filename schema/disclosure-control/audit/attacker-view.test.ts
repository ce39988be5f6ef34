import { loadSolver } from '../linear-program/solver';
import { tableEquations } from '../linear-program/table-equations';
import { flatDimension } from '../table/dimension';
import { crossings, withMargins } from '../table/frequency-table';
import { seededNumbers } from '../testing/generated-tables';
import { AttackerView } from './attacker-view';

const dimensions = [flatDimension('sex', ['F', 'M']), flatDimension('age', ['a', 'b', 'c'])];
const leaves = crossings([
  ['F', 'M'],
  ['a', 'b', 'c'],
]).map((coordinates) => coordinates.join('|'));

/** Every table of whole counts with the margins of a table and its published leaves: the least and the greatest of each leaf. */
function enumerated(counts: ReadonlyMap<string, number>, unknown: ReadonlySet<string>) {
  const count = (id: string): number => counts.get(id) ?? 0;
  const room = leaves.map((id) =>
    unknown.has(id) ? Array.from({ length: count('ALL|ALL') + 1 }, (_, value) => value) : [count(id)],
  );
  const possible = crossings(room).filter(
    ([fa = 0, fb = 0, fc = 0, ma = 0, mb = 0, mc = 0]) =>
      fa + fb + fc === count('F|ALL') &&
      ma + mb + mc === count('M|ALL') &&
      fa + ma === count('ALL|a') &&
      fb + mb === count('ALL|b') &&
      fc + mc === count('ALL|c'),
  );
  return leaves.map((_, at) => {
    const values = possible.map((table) => table[at] ?? 0);
    return { lowest: Math.min(...values), highest: Math.max(...values) };
  });
}

describe('what an attacker works out', () => {
  it('is what an enumeration of all whole tables of two dimensions gives', async () => {
    const random = seededNumbers(7);
    const equations = tableEquations(dimensions);
    let narrowed = 0;
    for (let round = 0; round < 30; round += 1) {
      const cells = leaves.map((id) => ({ coordinates: id.split('|'), persons: Math.floor(random() * 3), key: 0 }));
      const table = withMargins(dimensions, cells);
      const counts = new Map([...table.cells].map(([id, { persons }]) => [id, persons]));
      const unknown = new Set(leaves.filter(() => random() < 0.7));
      const known = equations.ids.flatMap((id, cell) =>
        unknown.has(id) ? [] : [[cell, counts.get(id) ?? 0] as const],
      );
      const view = new AttackerView(await loadSolver(), { equations, counts: new Map(known), least: 0 });
      const expected = enumerated(counts, unknown);
      leaves.forEach((id, at) => {
        const interval = view.interval(equations.numberOf.get(id) ?? -1);
        expect(interval.lowest).toBeCloseTo(expected[at]?.lowest ?? Number.NaN, 6);
        expect(interval.highest).toBeCloseTo(expected[at]?.highest ?? Number.NaN, 6);
        if (unknown.has(id) && interval.highest < (counts.get('ALL|ALL') ?? 0)) narrowed += 1;
      });
      view.dispose();
    }
    expect(narrowed).toBeGreaterThan(20);
  });

  it('has no upper end where no margin is published', async () => {
    const equations = tableEquations(dimensions);
    const view = new AttackerView(await loadSolver(), { equations, counts: new Map(), least: 1 });
    expect(view.interval(equations.numberOf.get('F|a') ?? -1)).toEqual({
      lowest: 1,
      highest: Number.POSITIVE_INFINITY,
    });
    expect(view.interval(equations.numberOf.get('ALL|ALL') ?? -1).lowest).toBeCloseTo(6, 6);
    view.dispose();
  });
});
