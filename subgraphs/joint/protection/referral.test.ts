import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { jointProtection } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(jointProtection, 0.005);
});
afterAll(() => domain.close());

const HUM = { party: 'HUM', purpose: 'PROTECTION' } as const;
const REPORT = `mutation ($input: ReportReferralOutcomeInput!) {
  reportReferralOutcome(input: $input) { outcome version }
}`;

async function pages(): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data }: any = await domain.ask(
      `query ($after: String) { referrals(first: 100, after: $after) {
        edges { node { id contributedBy station { code } referredOn outcome version } } pageInfo { hasNextPage endCursor }
      } }`,
      { after },
      HUM,
    );
    found.push(...data.referrals.edges.map(({ node }: any) => node));
    after = data.referrals.pageInfo.endCursor;
    more = data.referrals.pageInfo.hasNextPage;
  }
  return found;
}

async function completionOf(station: string, quarter: string): Promise<any> {
  const { data } = await domain.ask(
    '{ referralCompletion(from: 2024, to: 2024) { contributedBy quarter station { code } referred { value } completed { value state } } }',
    {},
    HUM,
  );
  return data?.referralCompletion.find(
    (row: any) => row.contributedBy === 'HUM' && row.station.code === station && row.quarter === quarter,
  );
}

const isOf = (referral: any, station: string) =>
  referral.contributedBy === 'HUM' && referral.station.code === station && referral.referredOn >= '2024-10';

describe('referrals', () => {
  it('are counted by station and quarter, the very ones that are listed', async () => {
    const own = (await pages()).filter((referral) => isOf(referral, 'PA-5:SAN_VICENTE'));
    const { referred, completed } = await completionOf('PA-5:SAN_VICENTE', '2024-Q4');
    expect(referred.value).toBe(own.length);
    expect(completed.value).toBe(own.filter(({ outcome }) => outcome === 'COMPLETED').length);
  });

  it('are counted anew when an outcome is reported, once', async () => {
    const before = await completionOf('PA-5:LAJAS_BLANCAS', '2024-Q4');
    const open = (await pages()).find(
      (referral) => isOf(referral, 'PA-5:LAJAS_BLANCAS') && referral.outcome === 'PENDING',
    );
    const input = { referral: open.id, outcome: 'COMPLETED', expectedVersion: 1, clientKey: 'done' };
    for (let tries = 0; tries < 2; tries++)
      expect((await domain.ask(REPORT, { input }, HUM)).data?.reportReferralOutcome).toEqual({
        outcome: 'COMPLETED',
        version: 2,
      });
    const after = await completionOf('PA-5:LAJAS_BLANCAS', '2024-Q4');
    expect(after.completed.value).toBe(before.completed.value + 1);
    expect(after.referred).toEqual(before.referred);
  });

  it.each([
    [{ outcome: 'PENDING' }, 'pending is no outcome'],
    [{ expectedVersion: 0 }, 'no referral has no version'],
    [{ referral: 'made-up' }, 'no such referral'],
  ])('with %j are refused: %s', async (changes, _why) => {
    const [any] = await pages();
    const input = { referral: any.id, outcome: 'DECLINED', expectedVersion: 1, clientKey: 'bad', ...changes };
    const { errors } = await domain.ask(REPORT, { input }, HUM);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });
});
