import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

const PERMITS = /* GraphQL */ `
  query ($after: String) {
    permits(first: 100, after: $after) {
      edges { node { id holder { schooling formalWork consent { version fields recipients until revokedOn } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const RECORD = /* GraphQL */ `
  mutation ($input: RecordConsentInput!) {
    recordIntegrationConsent(input: $input) { id holder { schooling consent { version } } }
  }
`;
const REVOKE = /* GraphQL */ `
  mutation ($input: RevokeConsentInput!) {
    revokeIntegrationConsent(input: $input) { id holder { schooling consent { version revokedOn } } }
  }
`;
const NOW = new Date('2026-03-10T12:00:00Z');

/** A guardian takes back the consent to have a child's schooling told; an officer of Colombia's child welfare records it. */
describe('a consent is revoked', () => {
  let federation: OpenFederation;
  let child: string;
  beforeAll(async () => {
    federation = await openFederation({ now: () => NOW, tokensAt: () => NOW });
    child = (await permits()).find(({ holder }) => holder.schooling !== null).id;
  });
  afterAll(() => federation.close());

  const page = (after: string | null, as = 'protection.col'): Promise<HttpAnswer> =>
    federation.ask({ as, purpose: 'PROTECTION', query: PERMITS, variables: { after } });
  async function permits(): Promise<any[]> {
    const found: any[] = [];
    for (let after: string | null = null; ; ) {
      const { body }: HttpAnswer = await page(after);
      expect(body.errors).toBeUndefined();
      found.push(...body.data.permits.edges.map(({ node }: any) => node));
      if (!body.data.permits.pageInfo.hasNextPage) return found;
      after = body.data.permits.pageInfo.endCursor;
    }
  }
  const childNow = async () => (await permits()).find(({ id }) => id === child);
  const send = (query: string, input: object, as = 'protection.col') =>
    federation.ask({ as, purpose: 'PROTECTION', query, variables: { input } });
  const scope = {
    fields: ['SCHOOLING'],
    purposes: ['PROTECTION'],
    recipients: ['COL'],
    givenOn: '2026-03-01',
    until: '2027-03-01',
  };

  it('shows nothing of those whose consent ended, does not cover it, or was never given', async () => {
    const all = await permits();
    const valid = ({ holder }: any) => holder.consent !== null && holder.consent.until >= '2026-03-10';
    expect(all.filter((permit) => !valid(permit)).length).toBeGreaterThan(20);
    for (const { holder } of all.filter((permit) => !valid(permit)))
      expect([holder.schooling, holder.formalWork]).toEqual([null, null]);
    expect(all.filter(valid).filter(({ holder }) => holder.schooling ?? holder.formalWork).length).toBeGreaterThan(20);
  });

  it('is withheld at the very next request, and no row goes', async () => {
    const before = await permits();
    const { body } = await send(REVOKE, { permit: child, expectedVersion: 1, clientKey: 'revoke-1' });
    expect(body.data.revokeIntegrationConsent).toEqual({
      id: child,
      holder: { schooling: null, consent: { version: 2, revokedOn: '2026-03-10' } },
    });
    const after = await permits();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.filter(({ id }) => id !== child)).toEqual(before.filter(({ id }) => id !== child));
    expect((await childNow()).holder).toMatchObject({ schooling: null, consent: { fields: [], recipients: [] } });
  });

  it('tells nothing by its notices, which were there before and stand for everybody', async () => {
    const { body } = await page(null);
    const rules = body.extensions.notices
      .filter(({ coordinate }: any) => coordinate === 'PermitHolder.schooling')
      .map(({ rule, kind }: any) => rule ?? kind);
    expect(rules).toEqual(expect.arrayContaining(['G-CONSENT', 'COL-CONSENT-SCHOOLING']));
  });

  it('is refused to whoever read it before it was revoked', async () => {
    const { body } = await send(RECORD, { permit: child, expectedVersion: 1, clientKey: 'record-1', ...scope });
    expect(body.errors[0].extensions.code).toBe('STALE_VERSION');
    expect(body.errors[0].message).toContain('version 2');
  });

  it('shows it again once it is given anew, and not where it is given to others', async () => {
    await send(RECORD, { permit: child, expectedVersion: 2, clientKey: 'record-2', ...scope });
    expect((await childNow()).holder).toMatchObject({ schooling: expect.any(String), consent: { version: 3 } });
    await send(RECORD, { permit: child, expectedVersion: 3, clientKey: 'record-3', ...scope, recipients: ['PAN'] });
    expect((await childNow()).holder).toMatchObject({ schooling: null, consent: { recipients: ['PAN'] } });
  });

  it('opens nothing that no rule grants: Panama gets neither the field nor the mutation', async () => {
    const { body } = await page(null, 'protection.pan');
    expect(body.data.permits).toBeNull();
    const refused = await send(REVOKE, { permit: child, expectedVersion: 4, clientKey: 'revoke-2' }, 'protection.pan');
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([403, 'MUTATION_WITHHELD']);
  });

  it('leaves the statistics as they are: synthetic, rounded for a partner, withheld from an organisation', async () => {
    const query = `{
      integrationIndicators { indicator published { value state } }
      integrationIndicatorCounts { dataset indicator category count { value state dataset } }
    }`;
    const { body } = await federation.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query });
    expect(body.data.integrationIndicators.map(({ published }: any) => published.state)).toEqual(
      Array(3).fill('NOT_PUBLISHED'),
    );
    expect(body.data.integrationIndicatorCounts).toHaveLength(7);
    for (const { dataset, count } of body.data.integrationIndicatorCounts) {
      expect(dataset).toMatch(/^SYNTHETIC/);
      if (count.state === 'VALUE') expect(count.value % 5).toBe(0);
      else expect([count.state, count.value]).toEqual(['SUPPRESSED', null]);
    }
    const toHum = await federation.ask({ as: 'officer.hum', purpose: 'PROTECTION', query });
    expect(toHum.body.data.integrationIndicatorCounts).toBeNull();
    expect(toHum.body.extensions.notices.map(({ coordinate }: any) => coordinate)).toContain(
      'Query.integrationIndicatorCounts',
    );
  });
});
