import * as fc from 'fast-check';
import { keptCell, keptPart, SMALLEST_CELL } from './small-cells';

describe('small cells', () => {
  it.each([
    [0, null],
    [9, null],
    [10, 10],
    [376, 376],
  ])('of %i persons keep %s', (persons, kept) => {
    expect(keptCell(persons)).toBe(kept);
  });

  it('never let a part tell a rest under ten', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (part, rest) => {
        const kept = keptPart(part, part + rest);
        expect(kept).toBe(part >= SMALLEST_CELL && rest >= SMALLEST_CELL ? part : null);
      }),
    );
  });
});
