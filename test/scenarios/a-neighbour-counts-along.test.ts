import { openWitnessedStage, type WitnessedStage } from '../federation/witnessed-stage';

const REFERRALS = /* GraphQL */ `
  query ($after: String) {
    referrals(first: 100, after: $after) {
      edges { node { id contributedBy addressedTo station { code } sector referredOn outcome version } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const COMPLETION = /* GraphQL */ `{
  referralCompletion(from: 2024, to: 2024) {
    contributedBy quarter station { code } referred { value state } completed { value state }
  }
}`;
const OUTCOME = 'mutation ($input: ReportReferralOutcomeInput!) { reportReferralOutcome(input: $input) { outcome } }';
const COMMUNITIES =
  '{ communityEnvironment { community { code } waterTests { contributedBy testedOn parameter value } } }';
const WATER = 'mutation ($input: WaterTestInput!) { reportWaterTest(input: $input) { contributedBy testedOn } }';

/**
 * Somebody with a right to every list that they ask for puts lists, totals, orders and days side by side, and asks
 * again and again. What each answer leaves out, all of them together leave out too.
 */
describe('a neighbour who counts along', () => {
  let stage: WitnessedStage;
  let keys = 0;
  beforeAll(async () => {
    stage = await openWitnessedStage({ at: '2024-12-20T12:00:00Z' });
  });
  afterAll(() => stage.close());

  const setTime = (at: string) => {
    stage.clock.aheadMs = Date.parse(at) - Date.now();
  };
  async function asked(as: string, purpose: string, query: string, variables: object = {}): Promise<any> {
    const { body } = await stage.ask({ as, purpose: purpose as never, query, variables: { ...variables } });
    expect(body.errors).toBeUndefined();
    return body.data;
  }
  async function referralsOf(as: string, contributor: string): Promise<any[]> {
    const found: any[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { referrals } = await asked(as, 'PROTECTION', REFERRALS, { after });
      found.push(...referrals.edges.map(({ node }: any) => node));
      after = referrals.pageInfo.endCursor;
      more = referrals.pageInfo.hasNextPage;
    }
    return found.filter(({ contributedBy }) => contributedBy === contributor);
  }
  const completionOf = async (as: string, contributor: string): Promise<any[]> =>
    (await asked(as, 'PROTECTION', COMPLETION)).referralCompletion.filter(
      ({ contributedBy }: any) => contributedBy === contributor,
    );
  const report = (as: string, { id, version }: any) => {
    keys += 1;
    const input = { referral: id, outcome: 'COMPLETED', expectedVersion: version, clientKey: `count-${keys}` };
    return asked(as, 'PROTECTION', OUTCOME, { input });
  };
  const isOfQuarter3 = ({ referredOn }: any) => /^2024-0[789]/.test(referredOn);

  it('gets no figure of a quarter before its release', async () => {
    const fresh = await completionOf('officer.hum', 'PAN');
    expect(fresh.length).toBeGreaterThan(0);
    for (const { referred, completed } of fresh)
      expect([referred, completed]).toEqual([
        { value: null, state: 'NOT_PUBLISHED' },
        { value: null, state: 'NOT_PUBLISHED' },
      ]);
    for (const { referred } of await completionOf('officer.hum', 'HUM'))
      expect(referred.state).not.toBe('NOT_PUBLISHED');
  });

  it('cannot have the small station from the list and the other stations', async () => {
    const station = 'PA-5:SAN_VICENTE';
    const open = (await referralsOf('protection.pan', 'PAN')).filter(
      (referral) => isOfQuarter3(referral) && referral.station.code === station && referral.outcome !== 'COMPLETED',
    );
    expect(open.length).toBeGreaterThan(9);
    // Fewer than ten are left that were not completed: how many were is suppressed.
    for (const referral of open.slice(9)) await report('protection.pan', referral);
    setTime('2025-01-02T12:00:00Z');
    const own = (await completionOf('protection.pan', 'PAN')).filter(({ quarter }) => quarter === '2024-Q3');
    expect(own.filter(({ completed }) => completed.state === 'SUPPRESSED')).toHaveLength(1);

    const addressed = (await referralsOf('officer.hum', 'PAN')).filter(isOfQuarter3);
    const cells = (await completionOf('officer.hum', 'PAN')).filter(({ quarter }) => quarter === '2024-Q3');
    // The list is the whole quarter: its total is known, so the stations must not leave one out alone.
    expect(cells.reduce((sum, { referred }) => sum + referred.value, 0)).toBe(addressed.length);
    expect(cells.map(({ completed }) => completed.state)).toEqual(cells.map(() => 'SUPPRESSED'));
  });

  it('does not learn where a referral was made by watching the stations when it is completed', async () => {
    setTime('2025-04-02T12:00:00Z');
    const [before, ownBefore] = [await completionOf('protection.pan', 'HUM'), await completionOf('officer.hum', 'HUM')];
    expect(before.some(({ completed }) => completed.state === 'VALUE')).toBe(true);
    const pending = (await referralsOf('officer.hum', 'HUM')).filter(
      ({ addressedTo, outcome, referredOn }) =>
        addressedTo === 'PAN' && outcome === 'PENDING' && /^2024-1/.test(referredOn),
    );
    for (const referral of pending.slice(0, 3)) {
      await report('officer.hum', referral);
      // Each of them is seen to be completed, without its station; the stations stay as they were released.
      expect(await completionOf('protection.pan', 'HUM')).toEqual(before);
    }
    expect(await completionOf('officer.hum', 'HUM')).not.toEqual(ownBefore);
  });

  it('does not have the day of a test of water between two of its own', async () => {
    setTime('2026-03-10T12:00:00Z');
    const [{ community }] = (await asked('analyst.col', 'STATISTICS', COMMUNITIES)).communityEnvironment;
    const reports = async (as: string, testedOn: string) => {
      keys += 1;
      const input = { site: community.code, testedOn, parameter: 'PH', value: 7, clientKey: `water-${keys}` };
      await asked(as, 'MIGRATION_MANAGEMENT', WATER, { input });
    };
    const sequence = [
      ['administrator.pan', '2026-02-14'],
      ['administrator.col', '2026-02-10'],
      ['administrator.col', '2026-02-20'],
      ['administrator.pan', '2026-01-30'],
    ] as const;
    for (const [as, testedOn] of sequence) await reports(as, testedOn);
    const seenBy = async (as: string, purpose: string) =>
      (await asked(as, purpose, COMMUNITIES)).communityEnvironment[0].waterTests.map(
        ({ contributedBy, testedOn }: any) => [contributedBy, testedOn],
      );
    // In the order of the reports, which says nothing of the days; of the other party's there is the month.
    expect(await seenBy('analyst.col', 'STATISTICS')).toEqual([
      ['PAN', '2026-02'],
      ['COL', '2026-02-10'],
      ['COL', '2026-02-20'],
      ['PAN', '2026-01'],
    ]);
    expect(await seenBy('officer.hum', 'PROTECTION')).toEqual(
      ['PAN', 'COL', 'COL', 'PAN'].map((party) => [party, null]),
    );
  });
});
