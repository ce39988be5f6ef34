import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.02);
});
afterAll(() => domain.close());

const COUNTS =
  '{ integrationIndicatorCounts { dataset indicator category count { value state dataset countingParty unit } } }';
const countsFor = async (party: string): Promise<any[]> =>
  (await domain.ask(COUNTS, {}, { party })).data?.integrationIndicatorCounts;
const sumOf = (rows: any[], indicator: string): number =>
  rows.filter((row) => row.indicator === indicator).reduce((sum, row) => sum + row.count.value, 0);

/** Every permit of the store, by the list. */
async function permits(): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await domain.ask(
      `query ($after: String) { permits(first: 100, after: $after) {
        edges { node { currentStage holder { birthDate healthAffiliation schooling formalWork consent { version } } } }
        pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    found.push(...(data?.permits.edges ?? []).map(({ node }: any) => node));
    if (!data?.permits.pageInfo.hasNextPage) return found;
    after = data.permits.pageInfo.endCursor;
  }
}

it('publishes no indicator: each says NOT_PUBLISHED, in a field of its own', async () => {
  const { data } = await domain.ask('{ integrationIndicators { indicator published { value state dataset note } } }');
  expect(
    data?.integrationIndicators.map(({ indicator, published }: any) => [indicator, published.value, published.state]),
  ).toEqual([
    ['HEALTH_AFFILIATION', null, 'NOT_PUBLISHED'],
    ['SCHOOLING', null, 'NOT_PUBLISHED'],
    ['FORMAL_WORK', null, 'NOT_PUBLISHED'],
  ]);
});

it('counts, for the owner, exactly the holders of a delivered permit that the list holds', async () => {
  const holders = (await permits())
    .filter(({ currentStage }) => currentStage === 'DELIVERED')
    .map(({ holder }) => holder);
  expect(holders.length).toBeGreaterThan(50);
  const counts = await countsFor('COL');
  expect(counts).toHaveLength(7);
  expect(sumOf(counts, 'HEALTH_AFFILIATION')).toBe(holders.length);
  expect(sumOf(counts, 'SCHOOLING')).toBe(holders.filter(({ schooling }) => schooling).length);
  for (const { indicator, category, count } of counts) {
    const field = { HEALTH_AFFILIATION: 'healthAffiliation', SCHOOLING: 'schooling', FORMAL_WORK: 'formalWork' }[
      indicator as 'SCHOOLING'
    ];
    expect(count.value).toBe(holders.filter((holder) => holder[field] === category).length);
  }
});

it('says SYNTHETIC in every row and figure', async () => {
  for (const { dataset, count } of await countsFor('PAN'))
    expect([dataset, count.dataset, count.countingParty]).toEqual([
      expect.stringMatching(/^SYNTHETIC/),
      expect.stringMatching(/^SYNTHETIC/),
      'COL: SYNTHETIC',
    ]);
});

it('asks schooling of children and work of those of working age alone', async () => {
  for (const { holder } of await permits()) {
    expect([holder.schooling, holder.formalWork].filter(Boolean).length).toBeLessThanOrEqual(1);
  }
});

describe('what another party gets', () => {
  it('is the release, each category within the bound of its noise', async () => {
    const exact = await countsFor('COL');
    for (const [at, { count }] of (await countsFor('PAN')).entries()) {
      expect(count.state).toBe('VALUE');
      expect(Math.abs(count.value - exact[at].count.value)).toBeLessThanOrEqual(2);
    }
  });

  it('suppresses a category of under ten, of none too, and never one alone', async () => {
    const small = await openDomain(colombiaRegularization, 0.001);
    try {
      const ask = async (party: string) => (await small.ask(COUNTS, {}, { party })).data?.integrationIndicatorCounts;
      const [exact, told]: [any[], any[]] = [await ask('COL'), await ask('USA')];
      const isSmall = (at: number) => exact[at].count.value < 10;
      expect(exact.some((_, at) => isSmall(at))).toBe(true);
      for (const [at, { count }] of told.entries()) if (isSmall(at)) expect(count.state).toBe('SUPPRESSED');
      for (const indicator of ['HEALTH_AFFILIATION', 'SCHOOLING', 'FORMAL_WORK']) {
        const ofIndicator = told.filter((row) => row.indicator === indicator);
        expect(ofIndicator.filter(({ count }) => count.state === 'SUPPRESSED').length).not.toBe(1);
      }
    } finally {
      await small.close();
    }
  });
});
