import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';
import { publishedTotals } from './published-totals';
import { returnReconciliations } from './return-reconciliation';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaRepatriation, 0.005);
});
afterAll(() => domain.close());

describe('returnReconciliations', () => {
  it('are every two of the three publishers of May 2025, each with its own count, and nothing averaged', async () => {
    const { data, errors } = await domain.ask(/* GraphQL */ `{
      returnReconciliations {
        flow period comparability firstPublisher secondPublisher
        first { ...Side } revisionsOfFirst { value }
        second { ...Side } revisionsOfSecond { value }
        difference { value state }
        knownReasons { reason textEn textEs }
      }
    }
    fragment Side on Count { value state unit asOf definition countingParty source }`);
    expect(errors).toBeUndefined();
    const rows = data?.returnReconciliations as any[];
    expect(
      rows.map(({ firstPublisher, first, secondPublisher, second, difference }) => [
        firstPublisher,
        first.value,
        secondPublisher,
        second.value,
        difference,
      ]),
    ).toEqual([
      ['cb24.tv', 1_696, 'menafn.com', 1_729, { value: -33, state: 'VALUE' }],
      ['cb24.tv', 1_696, 'plenglish.com', 1_969, { value: -273, state: 'VALUE' }],
      ['menafn.com', 1_729, 'plenglish.com', 1_969, { value: -240, state: 'VALUE' }],
    ]);
    expect(rows.map(({ knownReasons }) => knownReasons.map(({ reason }: any) => reason))).toEqual([
      ['NOT_STATED'],
      ['NOT_STATED', 'DATE_DIFFERS'],
      ['NOT_STATED', 'DATE_DIFFERS'],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ flow: 'RETURNS_FROM_PANAMA', period: '2025-05', comparability: 'SAME_MEASURE' });
      expect([row.first.definition, row.first.unit]).toEqual([row.second.definition, row.second.unit]);
      expect([row.revisionsOfFirst, row.revisionsOfSecond]).toEqual([
        [{ value: row.first.value }],
        [{ value: row.second.value }],
      ]);
    }
  });

  it('are not totals of one publisher, of other months, or of another measure', () => {
    const total = publishedTotals().find(({ value }) => value !== null);
    if (!total) throw new Error('no totals');
    const beside = (changes: Partial<typeof total>) =>
      returnReconciliations([total, { ...total, source: 'https://elsewhere.example/', value: 1, ...changes }]);
    expect(beside({})).toHaveLength(1);
    expect(beside({ source: total.source })).toEqual([]);
    expect(beside({ asOf: '2030-01' })).toEqual([]);
    expect(beside({ nationalityGroup: 'COL' })).toEqual([]);
    expect(beside({ value: null })).toEqual([]);
    expect(beside({ value: total.value })).toEqual([]);
  });
});
