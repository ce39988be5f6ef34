import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSmugglingCases } from './index';

const CASES = `query Cases($after: String) {
  smugglingCases(first: 100, after: $after) { edges { node { id handlingCode tlp } } pageInfo { hasNextPage endCursor } }
}`;

describe('what of the cases another party may know', () => {
  let domain: OpenDomain;
  beforeAll(async () => {
    domain = await openDomain(usaSmugglingCases, 1);
  });
  afterAll(() => domain.close());

  async function allCases(party: string): Promise<any[]> {
    const nodes: any[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: any = await domain.ask(CASES, { after }, { party, purpose: 'ENFORCEMENT' });
      expect(errors).toBeUndefined();
      nodes.push(...data.smugglingCases.edges.map(({ node }: any) => node));
      after = data.smugglingCases.pageInfo.hasNextPage ? data.smugglingCases.pageInfo.endCursor : null;
    } while (after);
    return nodes;
  }

  it('lists H2 and RED cases for the owner alone', async () => {
    const own = await allCases('USA');
    const kept = own.filter(({ handlingCode, tlp }) => handlingCode === 'H2' || tlp === 'RED');
    expect(own).toHaveLength(500);
    expect(kept.length).toBeGreaterThan(20);
    const others = await allCases('PAN');
    expect(others).toHaveLength(own.length - kept.length);
    expect(others.filter(({ handlingCode, tlp }) => handlingCode === 'H2' || tlp === 'RED')).toEqual([]);
  });
});
