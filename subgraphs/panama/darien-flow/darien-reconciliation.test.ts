import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Reconciliations($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on DarienReconciliation {
        flow period
        second { value state unit }
        revisionsOfSecond { value status coverageFrom }
      }
    }
  }
`;
async function reconciliations(...periods: unknown[]): Promise<any[]> {
  const { data, errors } = await domain.ask(QUERY, {
    representations: periods.map((period) => ({ __typename: 'DarienReconciliation', period })),
  });
  expect(errors).toBeUndefined();
  return data?._entities;
}

describe('DarienReconciliation, as far as Panama answers it', () => {
  it("is Panama's count of a year, a month, a range, and of what it publishes nothing", async () => {
    const rows = await reconciliations('2023', '2023-08', '2024-01..2024-07', '2025-06');
    expect(rows.map(({ flow, second }) => [flow, second.value, second.state])).toEqual([
      ['DARIEN_CROSSINGS', 520_085, 'VALUE'],
      ['DARIEN_CROSSINGS', 81_946, 'VALUE'],
      ['DARIEN_CROSSINGS', 221_582, 'VALUE'],
      ['DARIEN_CROSSINGS', null, 'NOT_PUBLISHED'],
    ]);
  });

  it('holds every revision of what the count is made of, in the order of publication', async () => {
    const [march, range, year, absent] = await reconciliations('2024-03', '2024-02..2024-03', '2023', '2025-06');
    expect(march.revisionsOfSecond).toEqual([
      { value: 35_903, status: 'PROVISIONAL', coverageFrom: '2024-03' },
      { value: 36_841, status: 'REVISED', coverageFrom: '2024-03' },
    ]);
    expect(march.second.value).toBe(36_841);
    expect(range.revisionsOfSecond.map(({ coverageFrom }: any) => coverageFrom)).toEqual([
      '2024-02',
      '2024-02',
      '2024-03',
      '2024-03',
    ]);
    expect(year.revisionsOfSecond.map(({ value }: any) => value)).toEqual([520_085]);
    expect(absent.revisionsOfSecond).toEqual([]);
  });

  it("is reached from Panama's own years and months, the way north alone", async () => {
    const { data } = await domain.ask(/* GraphQL */ `{
      north: darienCrossingsByYear(from: 2023, to: 2023) { reconciliation { period second { value } } }
      south: darienCrossingsByYear(from: 2023, to: 2023, direction: SOUTH) { reconciliation { period } }
      months: darienCrossingsByMonth(from: "2023-08", to: "2023-10") { reconciliation { period second { value } } }
    }`);
    expect(data).toEqual({
      north: [{ reconciliation: { period: '2023', second: { value: 520_085 } } }],
      south: [{ reconciliation: null }],
      months: [
        { reconciliation: { period: '2023-08', second: { value: 81_946 } } },
        { reconciliation: { period: '2023-09..2023-10', second: { value: 124_524 } } },
      ],
    });
  });

  it.each(['2024-13', '2024-02..2024-01', '', 7])('is null for the key %j', async (period) => {
    expect(await reconciliations(period)).toEqual([null]);
  });
});
