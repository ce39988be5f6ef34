import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Periods($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on DarienFlowPeriod { period registeredEntries { value state note coverageFrom coverageTo } }
    }
  }
`;

async function entries(...periods: unknown[]): Promise<any[]> {
  const { data } = await domain.ask(QUERY, {
    representations: periods.map((period) => ({ __typename: 'DarienFlowPeriod', period })),
  });
  return data?._entities;
}

describe('DarienFlowPeriod.registeredEntries', () => {
  it('is the published figure of a year, a month, or two months published as one', async () => {
    const rows = await entries('2023', '2024', '2023-08', '2024-03', '2023-09..2023-10');
    expect(rows.map(({ registeredEntries }) => registeredEntries.value)).toEqual([
      520085, 302203, 81946, 36841, 124524,
    ]);
  });

  it("sums Panama's own months over a range, says so, and names the later release that it leaves out", async () => {
    const [row] = await entries('2024-01..2024-07');
    expect(row.registeredEntries).toMatchObject({ value: 221582, coverageFrom: '2024-01', coverageTo: '2024-07' });
    expect(row.registeredEntries.note).toContain("Derived: the sum of Panama's own monthly figures");
    expect(row.registeredEntries.note).toContain('For 2024-01 the figure 36001 is summed');
    expect(row.registeredEntries.note).toContain('34839');
  });

  it('reaches over the two months published as one, but never cuts them', async () => {
    const rows = await entries('2023-08..2023-11', '2023-10', '2023-10..2023-11', '2023-08..2023-09');
    expect(rows.map(({ registeredEntries }) => [registeredEntries.value, registeredEntries.state])).toEqual([
      [81946 + 124524 + 37231, 'VALUE'],
      [null, 'NOT_PUBLISHED'],
      [null, 'NOT_PUBLISHED'],
      [null, 'NOT_PUBLISHED'],
    ]);
  });

  it('is not published where a month is missing, however many are held', async () => {
    const rows = await entries('2024-12..2025-02', '2009', '2025-06');
    expect(rows.map(({ registeredEntries }) => registeredEntries.state)).toEqual([
      'NOT_PUBLISHED',
      'NOT_PUBLISHED',
      'NOT_PUBLISHED',
    ]);
  });

  it('sums over the turn of a year', async () => {
    const [row] = await entries('2023-12..2024-01');
    expect(row.registeredEntries.value).toBe(24626 + 36001);
  });

  it.each(['2024-13', '24', '2024-02..2024-01', '2024-01..', '', 7])('is null for the key %j', async (period) => {
    expect(await entries(period)).toEqual([null]);
  });
});
