import { shownToOthers } from './small-cells';

const shown = (cases: number, casesWithIdentifiedVictims: number) => {
  const totals = shownToOthers({ cases, casesWithIdentifiedVictims });
  return [totals.cases, totals.casesWithIdentifiedVictims];
};

it.each([
  [0, 0, 0, null],
  [1, 0, null, null],
  [4, 4, null, null],
  [5, 0, 5, null],
  [30, 9, 30, null],
  [30, 10, 30, 10],
  [30, 25, 30, 25],
])('of %i cases, %i with victims, shows %p and %p', (cases, withVictims, ...expected) => {
  expect(shown(cases, withVictims)).toEqual(expected);
});

it.each([
  [12, 12],
  [14, 13],
  [20, 16],
])('hides %i cases with %i with victims, since the difference tells', (cases, withVictims) => {
  expect(shown(cases, withVictims)).toEqual([cases, null]);
});
