import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import { REPORT_HEADER, signReport, type WithheldReport } from '@pasarela/schema/identity/withheld-report';
import { makeIssuer, type TestIssuer, TOKEN_INSTANT, tokenOf } from '@pasarela/schema/testing/issuer';
import { ReportVerifier } from './verify-report';
import { RequestVerifier } from './verify-request';

const BODY = Buffer.from('{"withheld":["Person.name"]}');
const PAIRWISE = new Uint8Array(32).fill(3);
const REFUSED = expect.objectContaining({ code: 'UNAUTHENTICATED', details: {} });
const REPORT: WithheldReport = {
  requester: { party: 'COL', agency: 'AGENCY', id: 'somebody', roles: ['ANALYST'] },
  purpose: 'STATISTICS',
  ruleSetVersion: 'v',
  decidedAt: TOKEN_INSTANT.getTime(),
};

interface Changes {
  readonly report?: Partial<WithheldReport>;
  readonly subgraph?: string;
  readonly pairwise?: Uint8Array;
  readonly signedBody?: Buffer;
}

describe('ReportVerifier', () => {
  let issuer: TestIssuer;
  let gateway: TestIssuer;
  let verifier: ReportVerifier;
  const trust = () => ({
    issuers: issuer.trust,
    gateway: 'gate',
    gatewayKey: gateway.publicKey,
    pairwiseKey: PAIRWISE,
  });

  beforeAll(async () => {
    [issuer, gateway] = await Promise.all([makeIssuer('COL'), makeIssuer('PAN')]);
  });
  beforeEach(() => {
    verifier = new ReportVerifier('flow', trust(), () => TOKEN_INSTANT);
  });

  async function headersOf({ report, subgraph = 'flow', pairwise = PAIRWISE, signedBody = BODY }: Changes = {}) {
    const options = { key: gateway.signer, gateway: 'gate', subgraph, now: TOKEN_INSTANT };
    const assertion = await signReport({ ...REPORT, ...report }, options);
    const signature = signFetch({ assertion, body: signedBody }, pairwise, TOKEN_INSTANT);
    return { [REPORT_HEADER]: assertion, [FETCH_HEADER]: signature };
  }

  it('tells what the gateway says of who asked', async () => {
    expect(await verifier.verify(await headersOf(), BODY)).toEqual(REPORT);
  });

  it.each([REPORT_HEADER, FETCH_HEADER])('refuses a report without %s, or with it twice', async (name) => {
    const { [name]: value, ...headers }: Record<string, string> = await headersOf();
    await expect(verifier.verify(headers, BODY)).rejects.toEqual(REFUSED);
    await expect(verifier.verify({ ...headers, [name]: [value, value] } as never, BODY)).rejects.toEqual(REFUSED);
  });

  it.each<[string, Changes]>([
    ['another subgraph', { subgraph: 'other' }],
    ['another pairwise key', { pairwise: new Uint8Array(32) }],
    ['another body', { signedBody: Buffer.from('{}') }],
    ['a purpose that needs a case, without one', { report: { purpose: 'ENFORCEMENT' } }],
    ['another minute', { report: { decidedAt: TOKEN_INSTANT.getTime() - 60_000 } }],
  ])('refuses what was signed for %s', async (_, changes) => {
    await expect(verifier.verify(await headersOf(changes), BODY)).rejects.toEqual(REFUSED);
  });

  it('refuses the same report again', async () => {
    const headers = await headersOf();
    await verifier.verify(headers, BODY);
    await expect(verifier.verify(headers, BODY)).rejects.toEqual(REFUSED);
  });

  it("opens no data, not even with the requester's own token beside it", async () => {
    const requests = new RequestVerifier('flow', trust(), () => TOKEN_INSTANT);
    const { [REPORT_HEADER]: report, ...headers } = await headersOf();
    const asAssertion = { ...headers, 'x-pasarela-assertion': report as string };
    const authorization = `Bearer ${await tokenOf(issuer)}`;
    for (const presented of [asAssertion, { ...asAssertion, authorization }])
      await expect(requests.verify(presented, BODY)).rejects.toEqual(REFUSED);
  });
});
