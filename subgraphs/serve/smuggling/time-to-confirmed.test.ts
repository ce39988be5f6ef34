import { daysShownToOthers, medianDays } from './time-to-confirmed';

it.each([
  [{}, null],
  [{ 40: 1 }, 40],
  [{ 40: 1, 100: 1 }, 40],
  [{ 100: 1, 9: 1, 40: 1 }, 40],
  [{ 20: 3, 90: 2 }, 20],
  [{ 20: 2, 90: 3 }, 90],
])('of %j the median is %p', (tally, median) => {
  expect(medianDays(tally)).toBe(median);
});

it.each([
  [{}, null],
  [{ 87: 9 }, null],
  [{ 87: 10 }, 90],
  [{ 34: 6, 200: 5 }, 30],
])('of %j others see %p', (tally, shown) => {
  expect(daysShownToOthers(tally)).toBe(shown);
});
