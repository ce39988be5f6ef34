import fc from 'fast-check';
import { ownerLeafOf } from '../testing/owner-leaves';
import { FreshLeaves } from './fresh-leaves';

const leaves = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    index: first + at,
    leafHash: 'A'.repeat(43),
    content: ownerLeafOf({ requestId: `request-${first + at}` }),
  }));

describe('leaves that are not in the index yet', () => {
  it('are given from the number that is asked for, or not at all, and in order', () => {
    const commits = fc.array(fc.nat(5), { maxLength: 20 });
    const asked = fc.array(fc.record({ first: fc.nat(60), most: fc.integer({ min: 1, max: 30 }) }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.nat(20), commits, asked, (start, counts, questions) => {
        const fresh = new FreshLeaves();
        let [oldest, next] = [start, start];
        for (const count of counts) {
          fresh.add(leaves(next, count));
          next += count;
        }
        for (const { first, most } of questions) {
          const isHere = first >= oldest && first < next;
          const expected = isHere ? Array.from({ length: Math.min(most, next - first) }, (_, at) => first + at) : [];
          expect(fresh.takeFrom(first, most).map(({ index }) => index)).toEqual(expected);
          if (first >= oldest) oldest = Math.min(next, first + expected.length);
        }
      }),
    );
  });

  it('are forgotten where they are too many, and where some are missing between them', () => {
    const fresh = new FreshLeaves();
    fresh.add(leaves(0, 15_000));
    fresh.add(leaves(15_000, 6_000));
    expect(fresh.takeFrom(0, 10)).toEqual([]);
    expect(fresh.takeFrom(15_000, 1)).toHaveLength(1);
    fresh.add(leaves(30_000, 1));
    expect(fresh.takeFrom(15_001, 10)).toEqual([]);
    expect(fresh.takeFrom(30_000, 10)).toHaveLength(1);
  });
});
