import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.1);
});
afterAll(() => domain.close());

async function counts(party: string, by: object | null): Promise<any[]> {
  const { data, errors } = await domain.ask(
    'query ($by: PermitHolderGrouping) { permitHolderCounts(by: $by) { department ageBand sex count { value state asOf note } } }',
    { by },
    { party },
  );
  expect(errors).toBeUndefined();
  return data?.permitHolderCounts;
}
const sum = (rows: any[]): number => rows.reduce((total, { count }) => total + count.value, 0);

const WHOLE = { department: 'DEPARTMENT', age: 'AGE_BAND', sex: 'SEX' };

it('is one cell where nothing is broken down', async () => {
  const [row, ...others] = await counts('COL', null);
  expect([row.department, row.ageBand, row.sex, others]).toEqual(['ALL', 'ALL', 'ALL', []]);
});

it.each([
  ['by department', { department: 'DEPARTMENT' }, 11],
  ['by children and adults', { age: 'CHILDREN_AND_ADULTS' }, 2],
  ['by age band and sex', { age: 'AGE_BAND', sex: 'SEX' }, 10],
  ['by all three', WHOLE, 110],
])('adds up for the owner %s', async (_, by, cells) => {
  const [whole] = await counts('COL', null);
  const rows = await counts('COL', by);
  expect(rows).toHaveLength(cells);
  expect(sum(rows)).toBe(whole.count.value);
});

it('says for the owner that it is live, and for others which release it is', async () => {
  const [own] = await counts('COL', null);
  const [told] = await counts('USA', null);
  expect(own.count).toMatchObject({ asOf: '2026-01-15', note: null });
  expect(told.count).toMatchObject({ asOf: '2024-02-29', note: 'release 1: ±2; totals may not add' });
});

it('tells others no cell under ten, and each other one within the bound of its noise', async () => {
  const [exact, told] = [await counts('COL', WHOLE), await counts('PAN', WHOLE)];
  for (const [at, { count }] of told.entries()) {
    const { value } = exact[at].count;
    if (value > 0 && value < 10) expect(count.state).toBe('SUPPRESSED');
    if (count.state !== 'SUPPRESSED') expect(Math.abs(count.value - value)).toBeLessThanOrEqual(2);
  }
  expect(told.filter(({ count }) => count.state === 'VALUE').length).toBeGreaterThan(10);
});
