import { countShared } from './count-shared';

const tokens = (from: number, to: number) =>
  new Set(Array.from({ length: to - from + 1 }, (_, index) => `token-${from + index}`));

it('counts what at least two parties hold, once', () => {
  const held = [
    { party: 'COL', tokens: tokens(1, 20) },
    { party: 'PAN', tokens: tokens(11, 30) },
    { party: 'USA', tokens: tokens(15, 25) },
  ];
  expect(countShared(held)).toBe(15);
});

it.each([
  ['nine', tokens(1, 9), null],
  ['ten', tokens(1, 10), 10],
  ['none', tokens(50, 60), null],
])('keeps a number from ten on: %s', (_, ofOther, wanted) => {
  expect(
    countShared([
      { party: 'COL', tokens: tokens(1, 20) },
      { party: 'PAN', tokens: ofOther },
    ]),
  ).toBe(wanted);
});

it('does not count twice what one party contributes under two names of a set', () => {
  const twice = [
    { party: 'COL', tokens: tokens(1, 20) },
    { party: 'COL', tokens: tokens(1, 20) },
  ];
  expect(countShared(twice)).toBeNull();
});
