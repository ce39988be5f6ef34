import { daysShownToOthers, daysTally, medianDays } from './time-to-confirmed';

it.each([
  [{}, null],
  [{ 40: 1 }, 40],
  [{ 40: 1, 100: 1 }, 40],
  [{ 100: 1, 9: 1, 40: 1 }, 40],
  [{ 20: 3, 90: 2 }, 20],
  [{ 20: 2, 90: 3 }, 90],
  [{ 20: 0 }, null],
])('of %j the median is %p', (tally, median) => {
  expect(medianDays(tally)).toBe(median);
});

it.each([
  [{}, null],
  [{ 87: 9 }, null],
  [{ 87: 10 }, 90],
  [{ 34: 6, 200: 5 }, 30],
])('of %j others see %p', (tally, shown) => {
  expect(daysShownToOthers(tally, 10)).toBe(shown);
});

it('adds up the stored cells of all classes', () => {
  const cells = [
    { coordinates: ['40'], persons: 2 },
    { coordinates: ['9'], persons: 1 },
    { coordinates: ['40'], persons: 3 },
  ];
  expect(daysTally(cells)).toEqual({ 9: 1, 40: 5 });
});
