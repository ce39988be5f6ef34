import { isNotLonger } from './duration';

describe('isNotLonger', () => {
  it.each([
    ['P30D', 'P30D'],
    ['P1D', 'P30D'],
    ['P4W', 'P1M'],
    ['P28D', 'P1M'],
    ['P11M', 'P1Y'],
    ['P1M', 'P31D'],
    ['PT36H', 'P2D'],
    ['PT0,5S', 'PT1S'],
    ['P1Y1D', 'P1Y2D'],
  ])('%s is not longer than %s', (one, other) => {
    expect(isNotLonger(one, other)).toBe(true);
  });

  it.each([
    ['P31D', 'P30D'],
    ['P1M', 'P30D'],
    ['P29D', 'P1M'],
    ['P1Y', 'P365D'],
    ['P1M', 'PT1M'],
    ['P1D', 'a day'],
    ['a day', 'P1D'],
  ])('%s is longer than %s, or may be', (one, other) => {
    expect(isNotLonger(one, other)).toBe(false);
  });

  it('a text that is no duration is not longer than the very same', () => {
    expect(isNotLonger('a day', 'a day')).toBe(true);
  });
});
