import { createHash } from 'node:crypto';
import { array, assert, integer, property } from 'fast-check';
import { type HeldLeaf, holdLeaves, WIDEST_HOLD } from './held-leaves';

const secret = createHash('sha256').update('a secret of tests').digest();
const holding = { name: 'people', threshold: 5, secret };
const at = (coordinates: string[], persons: number) => ({ coordinates, persons, key: persons * 7 });

/** What is held of one leaf, release after release. */
function course(counts: readonly number[], by = holding, code = 'a'): HeldLeaf[] {
  const held: HeldLeaf[] = [];
  for (const persons of counts)
    held.push(...holdLeaves(by, [at([code], persons)], held.length ? held.slice(-1) : undefined));
  return held;
}

describe('held leaves', () => {
  it('take the live state at the first release', () => {
    expect(holdLeaves(holding, [at(['a'], 3)], undefined)).toEqual([
      { coordinates: ['a'], persons: 3, key: 21, moves: 0 },
    ]);
  });

  it('change by 0 or by at least the threshold, and then to the live state, whatever the counts', () => {
    assert(
      property(array(integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 60 }), (counts) => {
        const held = course(counts);
        for (const [release, leaf] of held.entries()) {
          const before = held[release - 1];
          if (!before) continue;
          if (leaf.moves === before.moves) expect(leaf).toEqual(before);
          else {
            expect(leaf).toEqual({ ...at(['a'], counts[release] ?? Number.NaN), moves: before.moves + 1 });
            expect(Math.abs(leaf.persons - before.persons)).toBeGreaterThanOrEqual(holding.threshold);
          }
        }
      }),
    );
  });

  it('are never further from the live count than the widest hold', () => {
    assert(
      property(array(integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), (counts) => {
        for (const [release, { persons }] of course(counts).entries())
          expect(Math.abs(persons - (counts[release] ?? Number.NaN))).toBeLessThan(WIDEST_HOLD * holding.threshold);
      }),
    );
  });

  it('are the same in two worlds whose counts are never as far as the threshold from the first', () => {
    const near = array(integer({ min: 46, max: 54 }), { minLength: 1, maxLength: 40 });
    assert(
      property(near, near, (one, other) => {
        for (const leaf of [...course([50, ...one]), ...course([50, ...other])])
          expect(leaf).toEqual({ ...at(['a'], 50), moves: 0 });
      }),
    );
  });

  it('move after a number that differs by leaf, move, table and secret, and stays in its range', () => {
    const climbing = Array.from({ length: 2_000 }, (_, persons) => persons);
    const steps = (held: readonly HeldLeaf[]) =>
      held.flatMap(({ persons }, release) => {
        const step = persons - (held[release - 1]?.persons ?? 0);
        return step > 0 ? [step] : [];
      });
    const own = steps(course(climbing));
    const range = Array.from({ length: (WIDEST_HOLD - 1) * 5 + 1 }, (_, above) => 5 + above);
    expect([...new Set(own)].sort((one, next) => one - next)).toEqual(range);
    const otherSecret = createHash('sha256').update('another secret').digest();
    for (const other of [
      course(climbing, holding, 'b'),
      course(climbing, { ...holding, name: 'others' }),
      course(climbing, { ...holding, secret: otherSecret }),
    ])
      expect(steps(other)).not.toEqual(own);
  });

  it('count a leaf that earlier releases did not have as one that held nobody', () => {
    const first = holdLeaves(holding, [at(['a'], 9)], undefined);
    expect(holdLeaves(holding, [at(['a'], 9), at(['b'], 4)], first)[1]).toEqual({
      coordinates: ['b'],
      persons: 0,
      key: 0,
      moves: 0,
    });
  });
});
