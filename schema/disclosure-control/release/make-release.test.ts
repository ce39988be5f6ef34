import { createHash } from 'node:crypto';
import { array, assert, asyncProperty, integer } from 'fast-check';
import type { Marks } from '../inheritance/strictest-marks';
import { recordKey } from '../perturbation/record-key';
import type { ProtectionRule } from '../protection-rule';
import { flatDimension } from '../table/dimension';
import { additiveRelations, cellId, crossings, type FrequencyTable, withMargins } from '../table/frequency-table';
import { makeRelease } from './make-release';
import type { MadeRelease } from './release';

const secret = createHash('sha256').update('a secret of tests').digest();
const marks: Marks = { tlp: 'GREEN', handlingCodes: [], originators: ['COL'], datasets: ['people'], synthetic: true };
const rule: ProtectionRule = { threshold: 5, zerosSuppressed: false };
const dimensions = [flatDimension('region', ['a', 'b', 'c']), flatDimension('sex', ['F', 'M'])];
const leaves = crossings([
  ['a', 'b', 'c'],
  ['F', 'M'],
]);

/** A table whose leaves hold so many people, each with a record key. */
function tableOf(counts: readonly number[]): FrequencyTable {
  return withMargins(
    dimensions,
    leaves.map((coordinates, at) => {
      const people = Array.from({ length: counts[at] ?? 0 }, (_, person) => `${cellId(coordinates)}/${person}`);
      return {
        coordinates,
        persons: people.length,
        key: people.reduce((sum, person) => sum + recordKey(secret, person), 0),
      };
    }),
  );
}

const release = (counts: readonly number[], before?: MadeRelease, by: ProtectionRule = rule): Promise<MadeRelease> =>
  makeRelease({
    name: 'people by region and sex',
    table: tableOf(counts),
    rule: by,
    secret,
    number: (before?.release.number ?? 0) + 1,
    madeAt: new Date('2026-01-05T00:00:00Z'),
    marks,
    ...(before && { previous: before.held }),
  });

function expectAdditiveWithinNoise({ held, release: { cells: released } }: MadeRelease): void {
  const { cells } = withMargins(dimensions, held);
  const personsOf = (id: string) => cells.get(id)?.persons ?? Number.NaN;
  for (const { total, parts } of additiveRelations(dimensions))
    expect(parts.reduce((sum, part) => sum + personsOf(part), 0)).toBe(personsOf(total));
  for (const { coordinates, value } of released)
    if (value !== null) expect(Math.abs(value - personsOf(cellId(coordinates)))).toBeLessThanOrEqual(2);
}

describe('a release', () => {
  it('says a value within 2 of each cell that is not suppressed, zeros as zeros, and counts both', async () => {
    const table = tableOf([30, 4, 0, 8, 12, 50]);
    const { release: made, reasons } = await release([30, 4, 0, 8, 12, 50]);
    expect(made.cells).toHaveLength(table.cells.size);
    for (const { coordinates, state, value } of made.cells) {
      const persons = table.cells.get(cellId(coordinates))?.persons ?? Number.NaN;
      expect(state === 'ZERO').toBe(persons === 0);
      if (persons > 0 && persons < 5) expect(state).toBe('SUPPRESSED');
      if (state === 'SUPPRESSED') expect(value).toBeNull();
      else expect(Math.abs((value ?? Number.NaN) - persons)).toBeLessThanOrEqual(2);
    }
    // Nothing but a small count has a reason; the others that are suppressed protect it.
    expect(made.suppressed).toBeGreaterThan(1);
    expect(made.suppressed).toBe(made.cells.filter(({ state }) => state === 'SUPPRESSED').length);
    expect(made.published + made.suppressed).toBe(12);
    expect([...reasons]).toEqual([['a|M', 'SMALL_COUNT']]);
  });

  it('does not change while fewer than the threshold come or go in each leaf', async () => {
    const near = array(integer({ min: -4, max: 4 }), { minLength: 6, maxLength: 6 });
    const counts = [30, 14, 5, 8, 12, 50];
    const first = await release(counts);
    await assert(
      asyncProperty(near, async (changes) => {
        const next = await release(
          counts.map((count, at) => count + (changes[at] ?? 0)),
          first,
        );
        expect(next.release).toEqual({ ...first.release, number: 2 });
        expect(next.held).toEqual(first.held);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up before perturbation, whatever moved: every published value is within 2 of the sum of held leaves', async () => {
    const counts = array(integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 });
    await assert(
      asyncProperty(array(counts, { minLength: 2, maxLength: 6 }), async (releases) => {
        let last: MadeRelease | undefined;
        for (const live of releases) {
          last = await release(live, last);
          expectAdditiveWithinNoise(last);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is rounded last where the rule says so', async () => {
    const { release: made } = await release([30, 14, 0, 8, 12, 50], undefined, { ...rule, roundTo: 5 });
    for (const { value } of made.cells) expect((value ?? 0) % 5).toBe(0);
  });

  it('is not made as a later one without what the earlier one held, nor as the first with it', async () => {
    const first = await release([30, 14, 5, 8, 12, 50]);
    const options = { name: 'people', table: tableOf([]), rule, secret, madeAt: new Date(0), marks };
    await expect(makeRelease({ ...options, number: 2 })).rejects.toThrow('goes on');
    await expect(makeRelease({ ...options, number: 1, previous: first.held })).rejects.toThrow('goes on');
  });
});
