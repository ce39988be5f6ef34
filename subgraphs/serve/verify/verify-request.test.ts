import { ASSERTION_HEADER, signAssertion } from '@pasarela/schema/identity/assertion';
import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { makeIssuer, type TestIssuer, TOKEN_INSTANT, tokenOf } from '@pasarela/schema/testing/issuer';
import { RequestVerifier } from './verify-request';

const BODY = Buffer.from('{"query":"{ x }"}');
const PAIRWISE = new Uint8Array(32).fill(3);
const REFUSED = expect.objectContaining({ code: 'UNAUTHENTICATED', details: {} });

interface Changes {
  readonly purpose?: Purpose;
  readonly assertedToken?: string;
  readonly subgraph?: string;
  readonly pairwise?: Uint8Array;
  readonly signedBody?: Buffer;
}

describe('RequestVerifier', () => {
  let issuer: TestIssuer;
  let gateway: TestIssuer;
  let token: string;
  let verifier: RequestVerifier;

  beforeAll(async () => {
    [issuer, gateway] = await Promise.all([makeIssuer('COL'), makeIssuer('PAN')]);
    token = await tokenOf(issuer);
  });
  beforeEach(() => {
    const trust = { issuers: issuer.trust, gateway: 'gate', gatewayKey: gateway.publicKey, pairwiseKey: PAIRWISE };
    verifier = new RequestVerifier('flow', trust, () => TOKEN_INSTANT);
  });

  async function headersOf(changes: Changes = {}): Promise<Record<string, string>> {
    const { purpose = 'STATISTICS', assertedToken = token, subgraph = 'flow', pairwise = PAIRWISE } = changes;
    const decidedAt = TOKEN_INSTANT.getTime();
    const assertion = await signAssertion(
      { tokenDigest: tokenDigest(assertedToken), purpose, ruleSetVersion: 'v', decidedAt },
      { key: gateway.signer, gateway: 'gate', subgraph, now: TOKEN_INSTANT },
    );
    return {
      authorization: `Bearer ${token}`,
      [ASSERTION_HEADER]: assertion,
      [FETCH_HEADER]: signFetch({ assertion, body: changes.signedBody ?? BODY }, pairwise, TOKEN_INSTANT),
    };
  }

  it('tells who asks, for what, under which rules', async () => {
    const { requester, assertion } = await verifier.verify(await headersOf(), BODY);
    expect(requester).toMatchObject({ party: 'COL', id: 'somebody' });
    expect(assertion).toMatchObject({ purpose: 'STATISTICS', ruleSetVersion: 'v' });
  });

  it.each(['authorization', ASSERTION_HEADER, FETCH_HEADER])(
    'refuses a request without %s (threat 14)',
    async (name) => {
      const { [name]: _, ...headers } = await headersOf();
      await expect(verifier.verify(headers, BODY)).rejects.toEqual(REFUSED);
    },
  );

  it.each([ASSERTION_HEADER, FETCH_HEADER])('refuses a %s that is given twice', async (name) => {
    const headers = await headersOf();
    const twice = { ...headers, [name]: [headers[name], headers[name]] as string[] };
    await expect(verifier.verify(twice as never, BODY)).rejects.toEqual(REFUSED);
  });

  it.each<[string, Changes]>([
    ["another requester's token", { assertedToken: 'another' }],
    ['a purpose that the token does not carry', { purpose: 'ENFORCEMENT' }],
    ['another subgraph', { subgraph: 'other' }],
    ['another pairwise key', { pairwise: new Uint8Array(32) }],
    ['another body', { signedBody: Buffer.from('{}') }],
  ])('refuses what was signed for %s', async (_, changes) => {
    await expect(verifier.verify(await headersOf(changes), BODY)).rejects.toEqual(REFUSED);
  });

  it('refuses the same request again, and takes the next with the same assertion', async () => {
    const headers = await headersOf();
    await verifier.verify(headers, BODY);
    await expect(verifier.verify(headers, BODY)).rejects.toEqual(REFUSED);
    const fetch = { assertion: headers[ASSERTION_HEADER] as string, body: BODY };
    const next = { ...headers, [FETCH_HEADER]: signFetch(fetch, PAIRWISE, TOKEN_INSTANT) };
    expect((await verifier.verify(next, BODY)).requester.party).toBe('COL');
  });

  it('refuses an assertion that it took before, once it is too old', async () => {
    let now = TOKEN_INSTANT;
    const trust = { issuers: issuer.trust, gateway: 'gate', gatewayKey: gateway.publicKey, pairwiseKey: PAIRWISE };
    const later = new RequestVerifier('flow', trust, () => now);
    const headers = await headersOf();
    const again = () => {
      const signature = signFetch({ assertion: headers[ASSERTION_HEADER] as string, body: BODY }, PAIRWISE, now);
      return later.verify({ ...headers, [FETCH_HEADER]: signature }, BODY);
    };
    await again();
    now = new Date(TOKEN_INSTANT.getTime() + 34_999);
    await expect(again()).resolves.toBeTruthy();
    now = new Date(TOKEN_INSTANT.getTime() + 35_000);
    await expect(again()).rejects.toEqual(REFUSED);
  });

  it('takes a bound token from the gateway, which verified the proof, and no unbound one of a service', async () => {
    const cnf = { jkt: 'k'.repeat(43) };
    const outcomes: Array<[object, boolean]> = [
      [{ cnf }, true],
      [{ cnf, roles: ['DASHBOARD'] }, true],
      [{ roles: ['DASHBOARD'] }, false],
      [{ roles: ['ANALYST', 'DASHBOARD'] }, false],
    ];
    for (const [claims, holds] of outcomes) {
      token = await tokenOf(issuer, { claims: { ...claims } });
      const verified = verifier.verify(await headersOf(), BODY);
      await (holds
        ? expect(verified).resolves.toMatchObject({ requester: { party: 'COL' } })
        : expect(verified).rejects.toEqual(REFUSED));
    }
    token = await tokenOf(issuer);
  });

  it('refuses an expired token that the gateway still asserts', async () => {
    token = await tokenOf(issuer, { claims: { exp: TOKEN_INSTANT.getTime() / 1000 - 60 } });
    await expect(verifier.verify(await headersOf(), BODY)).rejects.toEqual(REFUSED);
    token = await tokenOf(issuer);
  });
});
