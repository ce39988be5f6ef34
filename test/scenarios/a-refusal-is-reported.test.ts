import { FETCH_HEADER } from '@pasarela/schema/identity/fetch-signature';
import type { WithheldReport } from '@pasarela/schema/identity/withheld-report';
import { decodeProtectedHeader } from 'jose';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import type { Stage } from '../threats/attack';
import { fetchAsGateway } from '../threats/forge/gateway-fetch';
import { reportAsGateway, type SignedReport } from '../threats/forge/gateway-report';
import { type HeldGateway, startHeldGateway } from '../threats/held-gateway';

const OWNER = 'panama-darien-flow';
const CROSSINGS = '{ crossingRecords(first: 3) { edges { node { sex } } } }';
const BESIDE_PUBLISHED = `{ mirrorPeriods { period departures { series } } ${CROSSINGS.slice(1)}`;
const REFUSALS = `{ evidence: panamaDarienFlowEvidence { disclosures(first: 100, party: "USA") { edges { node {
  requester roles purpose agreements records fields { coordinate outcome rule values } } } } } }`;
const SOMEBODY: WithheldReport['requester'] = { party: 'USA', agency: 'CBP', id: 'somebody.usa', roles: ['ANALYST'] };
const WITHHELD = ['Query.crossingRecords'];

/** The kinds of all that is signed as a token in a text; a requester's token says none. */
const kindsOfTokens = (text: string) =>
  (text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? []).map((token) => decodeProtectedHeader(token).typ ?? 'REQUESTER');

/**
 * Analysts of the United States ask for Panama's records, which no agreement shows them. Panama hears of it; the
 * tokens with which anybody could ask in their names it does not get.
 */
describe('a refusal is reported', () => {
  let federation: OpenFederation;
  let stage: Stage;
  let gateway: HeldGateway;

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
    stage = { ...federation, clock: { aheadMs: 0 } };
  });
  beforeEach(async () => {
    gateway = await startHeldGateway(stage, OWNER);
  });
  afterEach(() => gateway.close());
  afterAll(() => federation.close());

  const ask = (as: string, query: string) => gateway.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query });
  const refusals = async (): Promise<any[]> => {
    const { body } = await federation.ask({ as: 'auditor.pan', purpose: 'AUDIT', query: REFUSALS });
    return body.data.evidence.disclosures.edges.map(({ node }: any) => node);
  };

  /** A report goes behind the answer: what is told of itself, a moment later. */
  async function eventually<Found>(look: () => Promise<readonly Found[]> | readonly Found[], count = 1) {
    for (let tries = 0; tries < 100; tries++) {
      const found = await look();
      if (found.length >= count) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('It was not told.');
  }
  const send = async (place: string, { headers, body }: SignedReport) => {
    const address = new URL(place, federation.subgraphs.find(({ name }) => name === OWNER)?.url);
    const response = await fetch(address, { method: 'POST', headers, body });
    return [response.status, await response.text()] as const;
  };

  it.each([
    ['alone', CROSSINGS],
    ['beside what another owner shows', BESIDE_PUBLISHED],
  ])('asked %s, without the token, and the owner records who asked for what', async (_, query) => {
    const before = (await refusals()).length;
    const { status, body } = await ask('analyst.usa', query);
    expect([status, body.data.crossingRecords]).toEqual([200, null]);
    const [message] = await eventually(() => gateway.received);
    expect([message?.place, message?.headers.authorization, message?.headers.dpop]).toEqual([
      '/withheld',
      undefined,
      undefined,
    ]);
    expect(kindsOfTokens(JSON.stringify(message))).toEqual(['pasarela-withheld+jwt']);
    expect(JSON.parse(message?.body ?? '').withheld).toContain('Query.crossingRecords');
    const told = await eventually(refusals, before + 1);
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1)).toMatchObject({
      requester: 'analyst.usa',
      roles: ['ANALYST'],
      purpose: 'MIGRATION_MANAGEMENT',
      agreements: [],
      records: 0,
    });
    expect(told.at(-1).fields).toContainEqual({
      coordinate: 'Query.crossingRecords',
      outcome: 'WITHHELD',
      rule: null,
      values: 0,
    });
    expect(gateway.received).toHaveLength(1);
  });

  it('with the fetch and the token where something is fetched, and by no message of its own', async () => {
    const { body } = await ask('analyst.col', CROSSINGS.replace('sex', 'sex fullName'));
    expect(body.data.crossingRecords.edges).toHaveLength(3);
    expect(gateway.received.map(({ place }) => place)).toEqual(['/graphql']);
    expect(kindsOfTokens(JSON.stringify(gateway.received)).sort()).toEqual(['REQUESTER', 'pasarela-assertion+jwt']);
    expect(JSON.parse(gateway.received[0]?.body ?? '').extensions.withheld).toEqual(['CrossingRecord.fullName']);
  });

  it('is heard of fields of its owner alone, and answered with nothing', async () => {
    const before = (await refusals()).length;
    const others = await reportAsGateway(stage, {
      subgraph: OWNER,
      requester: SOMEBODY,
      body: { withheld: ['Permit.holder', 'Nowhere.atAll'] },
    });
    expect(await send('/withheld', others)).toEqual([204, '']);
    const own = await reportAsGateway(stage, { subgraph: OWNER, requester: SOMEBODY, body: { withheld: WITHHELD } });
    expect(await send('/withheld', own)).toEqual([204, '']);
    const told = await refusals();
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1).requester).toBe(SOMEBODY.id);
  });

  it('in an enemy’s hands gets no data, by whatever it says and wherever it is sent', async () => {
    const before = (await refusals()).length;
    const official = { ...SOMEBODY, party: 'PAN', agency: 'SNM', id: 'analyst.pan' };
    const make = (body: object) => reportAsGateway(stage, { subgraph: OWNER, requester: official, body });
    const [status, text] = await send('/withheld', await make({ withheld: WITHHELD, query: CROSSINGS }));
    expect([status, JSON.parse(text).data, JSON.parse(text).errors[0].extensions.code]).toEqual([
      400,
      undefined,
      'BAD_REQUEST',
    ]);
    const asked = await make({ query: CROSSINGS });
    const authorization = `Bearer ${await federation.token('analyst.pan')}`;
    const asAssertion = { ...asked.headers, 'x-pasarela-assertion': asked.headers['x-pasarela-report'] as string };
    for (const headers of [asked.headers, asAssertion, { ...asAssertion, authorization }])
      expect(await send('/graphql', { ...asked, headers })).toEqual([401, expect.not.stringContaining('"data"')]);
    const token = await federation.token('analyst.usa');
    const fetched = await fetchAsGateway(stage, { subgraph: OWNER, token, query: CROSSINGS });
    const asReport = { ...fetched.headers, 'x-pasarela-report': fetched.headers['x-pasarela-assertion'] as string };
    for (const headers of [fetched.headers, asReport])
      expect((await send('/withheld', { headers, body: fetched.body }))[0]).toBe(401);
    const unsigned = await make({ withheld: WITHHELD });
    const { [FETCH_HEADER]: _, ...bare } = unsigned.headers;
    expect((await send('/withheld', { ...unsigned, headers: bare }))[0]).toBe(401);
    expect(await refusals()).toHaveLength(before);
  });
});
