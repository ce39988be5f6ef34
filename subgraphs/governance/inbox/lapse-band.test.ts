import { bandLength, lapseBand } from './lapse-band';

const DAY = 86_400_000;
const agreement = { from: 0, to: 100 * DAY };
const band = (daysBefore: number, late = 0) => lapseBand(agreement, agreement.to - daysBefore * DAY + late);

describe('lapseBand', () => {
  it.each([
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 7],
  ])('with %i days left it is the band of %i', (left, expected) => {
    expect(band(left)).toBe(expected);
  });

  it('changes at the very instant', () => {
    expect([band(60, -1), band(60), band(30, -1), band(30), band(7, -1), band(7)]).toEqual([
      undefined,
      60,
      60,
      30,
      30,
      7,
    ]);
  });

  it('says nothing of what has ended, or has not begun', () => {
    expect([band(0), band(-1), band(0, -1)]).toEqual([undefined, undefined, 7]);
    expect(lapseBand({ from: 2 * DAY, to: 3 * DAY }, DAY)).toBeUndefined();
  });

  it('is as long as it says', () => {
    expect(bandLength(7)).toBe(7 * DAY);
  });
});
