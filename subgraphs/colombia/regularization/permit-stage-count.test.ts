import { CountUnit, count } from '@pasarela/serve/domain/count';
import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';
import { withSmallCellsSuppressed } from './small-cells';

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

it('shows no other party a count from 1 to 4', async () => {
  const exact = await stageCounts('COL');
  const shown = await stageCounts('PAN');
  const small = exact.filter(({ count: { value } }) => value > 0 && value < 5).map(({ stage }) => stage);
  expect(small.length).toBeGreaterThan(0);
  for (const {
    stage,
    count: { value, state },
  } of shown) {
    if (small.includes(stage)) expect([value, state]).toEqual([null, 'SUPPRESSED']);
    else expect(value).toBe(exact.find((row) => row.stage === stage).count.value);
  }
});

it.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
])('shows %p to others as %p', (exact, shown) => {
  const figure = () =>
    count({ value: exact, countingParty: 'COL', definition: 'd', unit: CountUnit.PERSONS, dataset: 'd' });
  expect(withSmallCellsSuppressed(figure(), 'USA').value).toBe(shown);
  expect(withSmallCellsSuppressed(figure(), 'COL').value).toBe(exact);
});
