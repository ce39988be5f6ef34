import { PLACES_AND_SEXES } from '../testing/counted-people';
import { codesAt, depthsOf, placesOf } from './crossing';

const { dimensions } = PLACES_AND_SEXES;
const [place] = dimensions;

it('has the codes of each depth', () => {
  expect([0, 1, 2].map((depth) => codesAt(place as never, depth))).toEqual([
    ['ALL'],
    ['north', 'south'],
    ['a', 'b', 'c'],
  ]);
});

it('has the cells of a crossing in the order of the codes, each at the depths that were asked for', () => {
  const cells = [...placesOf(dimensions, [1, 1]).values()];
  expect(cells).toEqual([
    ['north', 'F'],
    ['north', 'M'],
    ['south', 'F'],
    ['south', 'M'],
  ]);
  for (const cell of cells) expect(depthsOf(cell, dimensions)).toEqual([1, 1]);
});

it('knows no other code', () => {
  expect(() => depthsOf(['east', 'F'], dimensions)).toThrow('east is no code of the dimension place');
});
