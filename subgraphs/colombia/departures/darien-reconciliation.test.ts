import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaDepartures } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaDepartures, 1);
});
afterAll(() => domain.close());

const QUERY = /* GraphQL */ `
  query Reconciliations($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on DarienReconciliation {
        flow period comparability firstSeries firstScope
        first { value state unit definition countingParty coverageFrom coverageTo }
        revisionsOfFirst { value }
        difference { value state }
        knownReasons { reason textEn textEs }
      }
    }
  }
`;

/** Asks as the gateway does: the period's key, and Panama's count as Panama answered it. */
async function reconciliation(period: unknown, second?: unknown): Promise<any> {
  const representations = [{ __typename: 'DarienReconciliation', period, second }];
  const { data, errors } = await domain.ask(QUERY, { representations });
  expect(errors).toBeUndefined();
  return data?._entities[0];
}
const reasonsOf = async (period: string): Promise<string[]> =>
  (await reconciliation(period)).knownReasons.map(({ reason }: any) => reason);

describe('DarienReconciliation, as far as Colombia answers it', () => {
  it('is listed for the periods of which Colombia holds a count', async () => {
    const { data } = await domain.ask('{ darienReconciliations { flow period first { value } } }');
    expect(data?.darienReconciliations).toEqual(
      [
        ['2023', 539_959],
        ['2023-08', 78_514],
        ['2024-01..2024-07', 261_975],
        ['2024', 400_612],
      ].map(([period, value]) => ({ flow: 'DARIEN_CROSSINGS', period, first: { value } })),
    );
  });

  it.each([
    ['2023', 520_085, 19_874],
    ['2023-08', 81_946, -3_432],
    ['2024-01..2024-07', 221_582, 40_393],
    ['2024', 302_203, 98_409],
  ])('of %s, when Panama counts %i, differs by %i', async (period, value, difference) => {
    const row = await reconciliation(period, { value, state: 'VALUE' });
    expect(row.difference).toEqual({ value: difference, state: 'VALUE' });
    expect(row.revisionsOfFirst).toEqual([{ value: row.first.value }]);
    expect(row.comparability).toBe('SAME_FLOW');
  });

  it.each([
    ['that Panama published nothing', { value: null, state: 'NOT_PUBLISHED' }, 'UNKNOWN'],
    ['that Panama suppressed it', { value: null, state: 'SUPPRESSED' }, 'UNKNOWN'],
    ['that Panama withheld it', { value: null, state: 'WITHHELD' }, 'UNKNOWN'],
    ['that no count arrived', undefined, 'OUTAGE'],
    ['that it has another form', { value: 'many', state: 'VALUE' }, 'OUTAGE'],
  ])('shows its own count and no difference, and says %s', async (_, second, state) => {
    const row = await reconciliation('2023', second);
    expect(row.difference).toEqual({ value: null, state });
    expect(row.first.value).toBe(539_959);
  });

  it('says that Colombia holds nothing of a period, and takes it for no zero', async () => {
    const row = await reconciliation('2022', { value: 248_284, state: 'VALUE' });
    expect(row.first).toMatchObject({ value: null, state: 'NOT_PUBLISHED', coverageFrom: '2022', coverageTo: '2022' });
    expect([row.firstSeries, row.firstScope]).toEqual([null, null]);
    expect([row.difference, row.revisionsOfFirst, row.knownReasons]).toEqual([
      { value: null, state: 'UNKNOWN' },
      [],
      [],
    ]);
  });

  it('knows the reasons of each period in two languages, whatever Panama counts', async () => {
    const always = ['UNIT_DIFFERS', 'DEFINITION_DIFFERS', 'DATE_DIFFERS', 'REVISED_AT_OTHER_TIMES'];
    expect(await reasonsOf('2023')).toEqual(always);
    expect(await reconciliation('2024')).toMatchObject({ firstSeries: 'DEFENSORIA', firstScope: 'whole Urabá-Darién' });
    expect(await reasonsOf('2023-08')).toEqual([...always, 'PLACES_DIFFER']);
    expect(await reasonsOf('2024-01..2024-07')).toEqual([...always, 'DERIVED_FROM_PARTS']);
    const { knownReasons } = await reconciliation('2023-08');
    for (const { textEn, textEs } of knownReasons) expect(textEn).not.toBe(textEs);
  });

  it.each(['2024-13', '2024-02..2024-01', 'soon', 7])('has no period %j', async (period) => {
    expect(await reconciliation(period)).toBeNull();
  });
});
