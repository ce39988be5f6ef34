import { publishedMonths } from './published-months';
import { seed } from './seed';

describe('the published months', () => {
  it('are two series of whole months without gaps, nothing synthetic', () => {
    expect(seed.synthetic).toBe(false);
    const months = (series: string) =>
      publishedMonths()
        .filter((figure) => figure.series === series)
        .map(({ month }) => month);
    for (const [series, length, last] of [
      ['TITLE_8_ENCOUNTERS', 35, '2022-08'],
      ['NEW_COURT_CASES', 36, '2022-09'],
    ] as const) {
      const held = months(series);
      expect([held.length, held[0], held.at(-1)]).toEqual([length, '2019-10', last]);
      expect(held).toEqual([...new Set(held)].toSorted());
    }
  });
});
