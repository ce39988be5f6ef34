import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.01);
});
afterAll(() => domain.close());

async function stageCounts(party: string): Promise<any[]> {
  const { data, errors } = await domain.ask(
    '{ permitStageCounts { dataset stage count { value state dataset } } }',
    {},
    { party },
  );
  expect(errors).toBeUndefined();
  return data?.permitStageCounts;
}

it('counts what the list holds, for the owner exactly', async () => {
  const counts = await stageCounts('COL');
  expect(counts).toHaveLength(9);
  expect(counts.reduce((sum, { count: { value } }) => sum + value, 0)).toBe(200);
  for (const {
    stage,
    count: { value },
  } of counts) {
    const { data } = await domain.ask(
      'query ($stage: PermitStage!) { a: permits(first: 100, filter: { currentStage: $stage }) { edges { cursor } pageInfo { hasNextPage } } }',
      { stage },
    );
    if (!data?.a.pageInfo.hasNextPage) expect(data?.a.edges).toHaveLength(value);
    else expect(value).toBeGreaterThan(100);
  }
});

it('says SYNTHETIC in every row', async () => {
  for (const row of await stageCounts('COL')) {
    expect(row.dataset).toMatch(/^SYNTHETIC/);
    expect(row.count.dataset).toMatch(/^SYNTHETIC/);
  }
});

it('shows no other party a count from 1 to 9, and every other within the bound of its noise', async () => {
  const [exact, shown] = [await stageCounts('COL'), await stageCounts('PAN')];
  const small = exact.filter(({ count: { value } }) => value > 0 && value < 10).map(({ stage }) => stage);
  expect(small.length).toBeGreaterThan(0);
  expect(shown.some(({ count: { state } }) => state === 'VALUE')).toBe(true);
  for (const [at, { stage, count }] of shown.entries()) {
    if (small.includes(stage)) expect([count.value, count.state]).toEqual([null, 'SUPPRESSED']);
    else if (count.state !== 'SUPPRESSED') expect(Math.abs(count.value - exact[at].count.value)).toBeLessThanOrEqual(2);
  }
});
