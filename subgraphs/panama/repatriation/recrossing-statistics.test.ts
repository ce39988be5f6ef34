import { rebuildCells } from '@pasarela/serve/statistics/mend-cells';
import { statisticCellModel } from '@pasarela/serve/statistics/statistic-cell.model';
import { releasedCellModel } from '@pasarela/serve/statistics/stored-release.model';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';
import { publishedTotals } from './published-totals';
import { repatriationStatistics } from './recrossing-statistics';
import { returnMix, syntheticReturns } from './synthetic-returns';

const SCALE = 0.2;
const RETURNS = 1_000;
const QUERY = `{ returnRecrossings { dataset nationality { code }
  returned { value state note asOf dataset } crossedAgain { value state note asOf definition } } }`;

describe('who crossed again after a return', () => {
  const exact = new Map<string, { returned: number; again: number }>();
  let open: OpenDomain;
  beforeAll(async () => {
    open = await openDomain(panamaRepatriation, SCALE);
    const mix = returnMix(publishedTotals());
    for (const { entry, crossedAgain } of syntheticReturns({ first: 1, size: RETURNS, mix })) {
      if (!entry.removalFinal || !entry.nationality) continue;
      const { returned, again } = exact.get(entry.nationality) ?? { returned: 0, again: 0 };
      exact.set(entry.nationality, { returned: returned + 1, again: again + (crossedAgain ? 1 : 0) });
    }
  });
  afterAll(() => open.close());

  const rows = async (party: string): Promise<any[]> => {
    const { data, errors } = await open.ask(QUERY, {}, { party });
    expect(errors).toBeUndefined();
    return data?.returnRecrossings;
  };
  function expectTold(figure: any, persons: number): void {
    expect(figure.asOf).toBe('2026-01-01');
    if (persons < 10) {
      expect(figure).toMatchObject({ value: null, state: 'SUPPRESSED' });
    } else {
      expect(figure).toMatchObject({ state: 'VALUE', note: expect.stringMatching(/^SYNTHETIC: .*±2/) });
      expect([Math.abs(figure.value - persons) <= 2, figure.value >= 10]).toEqual([true, true]);
    }
  }

  it('is a release: no number of fewer than ten people, nor one of which the rest is fewer', async () => {
    const states = new Set<string>();
    for (const { nationality, returned, crossedAgain } of await rows('COL')) {
      const { returned: all, again } = exact.get(nationality.code) ?? { returned: 0, again: 0 };
      expectTold(returned, all);
      expectTold(crossedAgain, all - again < 10 ? 0 : again);
      states.add(`${returned.state} ${crossedAgain.state}`);
    }
    expect([...states].sort()).toEqual(['SUPPRESSED SUPPRESSED', 'VALUE SUPPRESSED', 'VALUE VALUE']);
  });

  it('is the same for the owner as for everybody', async () => {
    expect(await rows('PAN')).toEqual(await rows('COL'));
    expect(await rows('PAN')).toEqual(await rows('USA'));
  });

  it('has no total over nationalities, in the stored release either', async () => {
    const cells = await releasedCellModel(open.connection).find().lean();
    expect(cells).toHaveLength(3 * (await rows('COL')).length);
    expect(cells.filter(({ coordinates: [code] }) => code === 'ALL')).toEqual([]);
  });

  it('is counted once: counting entries anew leaves it as it stands', async () => {
    const before = await statisticCellModel(open.connection).find().sort({ _id: 1 }).lean();
    expect(before.length).toBeGreaterThan(5);
    await rebuildCells(repatriationStatistics, open.connection);
    expect(await statisticCellModel(open.connection).find().sort({ _id: 1 }).lean()).toEqual(before);
  });
});
