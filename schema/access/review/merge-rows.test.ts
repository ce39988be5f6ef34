import fc from 'fast-check';
import { mergedRows } from './merge-rows';

interface Row {
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly level: string;
}
const row = (who: string, what: string, level = 'full'): Row => ({ who: [who], what: [what], level });
const merged = (rows: readonly Row[]) => mergedRows<'who' | 'what', Row>(rows, ['who', 'what']);

/** Every single row that rows stand for. */
const expanded = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ who, what, level }) => who.flatMap((one) => what.map((other) => `${one} ${other} ${level}`))).sort();

describe('mergedRows', () => {
  it('joins what differs in one dimension, and then in another', () => {
    const rows = [row('B', 'x'), row('A', 'x'), row('A', 'y'), row('B', 'y')];
    expect(merged(rows)).toEqual([{ who: ['A', 'B'], what: ['x', 'y'], level: 'full' }]);
  });

  it('leaves apart what differs in more than one, or in what is said', () => {
    const rows = [row('A', 'x'), row('B', 'y'), row('C', 'x', 'none')];
    expect(merged(rows)).toEqual(rows);
  });

  it('stands for the same single rows, no more and no fewer', () => {
    const anyRow = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: String, maxLength: 9 }), (pairs) => {
        const rows = pairs.map(([who, what]) => row(who, what, who < 'C' ? 'full' : 'none'));
        expect(expanded(merged(rows))).toEqual(expanded(rows));
        expect(merged(rows).length).toBeLessThanOrEqual(rows.length);
      }),
      { seed: 5 },
    );
  });
});
