import { RowOrder, rowOrderOf } from './row-order';
import { scatteredId } from './scattered-id';

const IDS = Array.from({ length: 600 }, (_, number) => scatteredId('row', String(number)));
const key = new Uint8Array(64).fill(3);
const listed = (order: RowOrder) =>
  IDS.map((id) => [order.positionOf(id), id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id);

describe('the order of rows', () => {
  it('is the same whenever a scope asks, and another one for another scope', () => {
    const one = listed(rowOrderOf(key, 'CrossingRecord|COL|A|PROTECTION|2026-Q1'));
    expect(listed(rowOrderOf(key, 'CrossingRecord|COL|A|PROTECTION|2026-Q1'))).toEqual(one);
    for (const scope of ['CrossingRecord|USA|A|PROTECTION|2026-Q1', 'CrossingRecord|COL|A|PROTECTION|2026-Q2']) {
      const other = listed(rowOrderOf(key, scope));
      // By chance about one row in six hundred stands at the same place.
      expect(other.filter((id, place) => id === one[place]).length).toBeLessThan(12);
    }
    expect(listed(rowOrderOf(new Uint8Array(64).fill(4), 'CrossingRecord|COL|A|PROTECTION|2026-Q1'))).not.toEqual(one);
  });

  it('is not the order of the ids', () => {
    expect(listed(rowOrderOf(key, 'scope'))).not.toEqual(IDS.toSorted());
  });

  it('finds every row after a position in the buckets from there on', () => {
    const order = rowOrderOf(key, 'scope');
    const all = listed(order);
    const after = order.positionOf(all[300] as string);
    const buckets = order.bucketsAfter(after);
    expect(all.slice(301).every((id) => buckets.includes(id.slice(0, 2)))).toBe(true);
    expect(order.bucketsAfter(null)).toHaveLength(256);
  });
});
