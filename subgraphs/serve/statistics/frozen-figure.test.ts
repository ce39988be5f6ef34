import type { HeldLeaf } from '@pasarela/schema/disclosure-control/perturbation/held-leaves';
import type { ReleasedCell } from '@pasarela/schema/disclosure-control/release/release';
import { PLACES_AND_SEXES } from '../testing/counted-people';
import { frozenFigure } from './frozen-figure';

const LEAF = ['a', 'F'];
const madeAt = new Date('2026-01-21T12:00:00Z');
const MARKS = PLACES_AND_SEXES.marks;
const connection = undefined as never;
const leaf = (moves: number): HeldLeaf => ({ coordinates: LEAF, persons: 12, key: 1, moves });
const table = (figure: number | null) => ({
  ...PLACES_AND_SEXES,
  figure: { leaf: LEAF, workOut: async (at: Date) => (at === madeAt ? figure : Number.NaN) },
});
const last = (figure: number | null) => ({ figure }) as never;

/** @param moves how often the leaf had moved at the last release and at this one */
const frozen = (
  moves: [number | null, number],
  told: number | null,
  live: number,
  state: ReleasedCell['state'] = 'VALUE',
) =>
  frozenFigure(
    table(live),
    {
      made: {
        release: {
          name: 'x',
          number: 2,
          madeAt,
          marks: MARKS,
          cells: [{ coordinates: LEAF, state, value: state === 'VALUE' ? 12 : null }],
          published: 1,
          suppressed: 0,
        },
        held: [leaf(moves[1])],
      },
      last: moves[0] === null ? undefined : last(told),
      previous: moves[0] === null ? undefined : [leaf(moves[0])],
    },
    connection,
  );

it('is worked out for the first release, and anew when its cell moves', async () => {
  expect(await frozen([null, 0], null, 40)).toBe(40);
  expect(await frozen([0, 1], 40, 70)).toBe(70);
});

it('stays as it was told while its cell holds still, whatever is live', async () => {
  expect(await frozen([1, 1], 40, 70)).toBe(40);
});

it('is not told of a cell that is suppressed, and is worked out once the cell is told', async () => {
  expect(await frozen([0, 1], 40, 70, 'SUPPRESSED')).toBeNull();
  expect(await frozen([1, 1], null, 70)).toBe(70);
});

it('is none where a table declares none', async () => {
  const making = { made: { release: {} as never, held: [] }, last: undefined, previous: undefined };
  expect(await frozenFigure(PLACES_AND_SEXES, making, connection)).toBeNull();
});
