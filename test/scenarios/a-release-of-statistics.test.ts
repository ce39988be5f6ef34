import { eraseHolders } from '../federation/erase-holders';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { releaseMade } from '../federation/release-made';

jest.setTimeout(180_000);

const CELL = 'count { value state note asOf dataset }';
const COUNTS = `{ integrationIndicatorCounts { indicator category ${CELL} }
  permitHolderCounts(by: { department: DEPARTMENT }) { department ${CELL} }
  permitStageCounts { stage ${CELL} }
  regularizationStatisticReleases { table number madeOn publishedCells suppressedCells protection tlp } }`;
const MAKE = `mutation ($table: String!, $number: Int!) {
  makeRegularizationStatisticRelease(table: $table, number: $number) { table number madeOn } }`;
const ADMINISTRATOR = { as: 'administrator.col', purpose: 'POLICY_ADMINISTRATION' } as const;
const THURSDAY = new Date('2026-01-15T12:00:00Z');
const ERASED = 180;

/** Colombia counts its permits at once; Panama is told of them release by release. */
describe('a release of statistics', () => {
  let now = THURSDAY;
  let federation: OpenFederation;
  const clocks = { now: () => now, tokensAt: () => now };
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.05, ...clocks });
  });
  afterAll(() => federation.close());

  const told = async (as: string): Promise<any> => {
    const { status, body } = await federation.ask({ as, purpose: 'STATISTICS', query: COUNTS });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data;
  };
  const figures = (data: any): any[] => [
    ...data.integrationIndicatorCounts,
    ...data.permitHolderCounts,
    ...data.permitStageCounts,
  ];
  const holders = (data: any): number =>
    data.permitHolderCounts.reduce((sum: number, { count }: any) => sum + count.value, 0);

  it('tells the owner live and exact figures', async () => {
    for (const { count } of figures(await told('analyst.col'))) {
      expect(['VALUE', 'ZERO']).toContain(count.state);
      expect(count).toMatchObject({ asOf: '2026-01-15', note: null });
    }
  });

  it('tells another party release 1: noised, small cells suppressed, and in words why', async () => {
    const [own, other] = [await told('analyst.col'), await told('analyst.pan')];
    const exact = figures(own);
    for (const [at, { count }] of figures(other).entries()) {
      const { value } = exact[at].count;
      expect(count.asOf).toBe('2024-02-29');
      if (value > 0 && value < 10) expect(count.state).toBe('SUPPRESSED');
      if (count.state === 'SUPPRESSED')
        expect(count).toMatchObject({ value: null, note: expect.stringContaining('release 1: suppressed, so that') });
      // Two of noise, two and a half of rounding to five.
      else expect(Math.abs(count.value - value)).toBeLessThanOrEqual(4);
      if (count.state === 'VALUE') expect(count.note).toContain('release 1: ±2; totals may not add');
    }
    const [release] = other.regularizationStatisticReleases;
    expect(release).toMatchObject({ table: 'permits-by-stage', number: 1, madeOn: '2024-02-29', tlp: 'CLEAR' });
    const suppressed = other.permitStageCounts.filter(({ count }: any) => count.state === 'SUPPRESSED');
    expect(release.suppressedCells).toBe(suppressed.length);
    expect(release.publishedCells + release.suppressedCells).toBe(10);
  });

  it('tells a change to the owner at once, and to nobody else before the next release', async () => {
    const [own, other] = [await told('analyst.col'), await told('analyst.pan')];
    await eraseHolders(federation, ERASED, now);
    now = new Date('2026-01-19T06:00:00Z');
    expect(holders(await told('analyst.col'))).toBe(holders(own) - ERASED);
    now = new Date('2026-01-21T11:59:59Z');
    expect(await told('analyst.pan')).toEqual(other);
    expect(await told('analyst.usa')).toEqual(other);
  });

  it('makes the next release on its Wednesday, and it holds the change', async () => {
    const before = await told('analyst.pan');
    now = new Date('2026-01-21T12:00:00Z');
    await releaseMade(federation, 2);
    const after = await told('analyst.pan');
    for (const release of after.regularizationStatisticReleases)
      expect(release).toMatchObject({ number: 2, madeOn: '2026-01-21' });
    const work = (data: any) => data.integrationIndicatorCounts.at(-1);
    expect(work(before)).toMatchObject({ category: 'NOT_FORMAL', count: { state: 'VALUE' } });
    // Among 180 of whom half were asked, more than forty did not work formally: such a leaf does not hold still.
    expect(work(after).count.value).toBeLessThan(work(before).count.value - 40);
    expect(work(after).count).toMatchObject({ asOf: '2026-01-21', note: expect.stringContaining('release 2: ±2') });
    expect(await told('analyst.usa')).toEqual(after);
  });

  it('is the same after a restart', async () => {
    const [own, other] = [await told('analyst.col'), await told('analyst.pan')];
    await federation.stop();
    federation = await openFederation({ goOnIn: federation.dataDirectory, ...clocks });
    expect(await told('analyst.col')).toEqual(own);
    expect(await told('analyst.pan')).toEqual(other);
  });

  it('is made out of turn by an administrator of the owner alone, once for a number', async () => {
    const make = (number: number, asking: Parameters<OpenFederation['ask']>[0]) =>
      federation.ask({ ...asking, variables: { table: 'permits-by-stage', number } });
    const own = { ...ADMINISTRATOR, query: MAKE };
    const codeOf = ({ body }: { body: any }) => body.errors?.[0].extensions.code;
    expect(codeOf(await make(3, { ...own, as: 'administrator.pan' }))).toBe('MUTATION_WITHHELD');
    expect(codeOf(await make(3, { ...own, as: 'analyst.col', purpose: 'STATISTICS' }))).toBe('MUTATION_WITHHELD');
    expect(codeOf(await make(4, own))).toBe('STALE_VERSION');
    const made = { table: 'permits-by-stage', number: 3, madeOn: '2026-01-21' };
    for (const answer of [await make(3, own), await make(3, own)])
      expect(answer.body.data.makeRegularizationStatisticRelease).toEqual(made);
    const list = '{ regularizationStatisticReleases(first: 9) { table number } }';
    const { body } = await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: list });
    const numbers = body.data.regularizationStatisticReleases
      .filter(({ table }: any) => table === 'permits-by-stage')
      .map(({ number }: any) => number);
    expect(numbers).toEqual([3, 2, 1]);
  });
});
