import { type ClientKey, thumbprintOf } from '@pasarela/schema/identity/possession/client-key';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { ProofVerifier } from '@pasarela/schema/identity/possession/verify-proof';
import { TokenVerifier } from '@pasarela/schema/identity/verify-token';
import { makeClientKey } from '@pasarela/schema/testing/client';
import { makeIssuer, type TestIssuer, TOKEN_INSTANT, tokenOf } from '@pasarela/schema/testing/issuer';
import type { Received } from '../request-state';
import { type AuthenticateTools, authenticate, identify } from './authenticate';

const ENDPOINT = { method: 'POST', path: '/graphql' };
const REQUEST = { method: 'POST', address: 'https://data.example/graphql' };
const refusal = (code: string) => expect.objectContaining({ code });

describe('authenticate', () => {
  let issuer: TestIssuer;
  let key: ClientKey;
  let tools: AuthenticateTools;

  beforeAll(async () => {
    [issuer, key] = await Promise.all([makeIssuer('PAN'), makeClientKey()]);
  });
  beforeEach(() => {
    const now = () => TOKEN_INSTANT;
    tools = {
      tokens: new TokenVerifier(issuer.trust, now),
      proofs: new ProofVerifier(now),
      addressOf: (path) => `https://data.example${path}`,
    };
  });

  const unbound = (claims: object = {}) => tokenOf(issuer, { claims: { ...claims } });
  const bound = async (claims: object = {}) => unbound({ ...claims, cnf: { jkt: await thumbprintOf(key.publicKey) } });
  const proven = async (token: string) => {
    const { authorization, dpop: proof } = await credentialHeaders({ token, key }, REQUEST, () => TOKEN_INSTANT);
    return { authorization, proof };
  };
  const ask = (headers: Partial<Received>) =>
    authenticate({ purposeText: 'STATISTICS', endpoint: ENDPOINT, ...headers } as Received, tools);
  const refused = async (code: string, headers: Partial<Received>) =>
    expect(ask(headers)).rejects.toEqual(refusal(code));

  it('takes an unbound token from whoever bears it, and a bound one with a proof', async () => {
    const token = await unbound();
    expect(await ask({ authorization: `Bearer ${token}` })).toMatchObject({ token, purpose: 'STATISTICS' });
    for (const roles of [['ANALYST'], ['DASHBOARD'], ['ANALYST', 'DASHBOARD']]) {
      const { requester } = await ask(await proven(await bound({ roles })));
      expect(requester).toMatchObject({ roles, clientKeyThumbprint: await thumbprintOf(key.publicKey) });
    }
  });

  it('refuses a bound token without a proof, whatever it is called', async () => {
    const { authorization, proof } = await proven(await bound());
    await refused('PROOF_NEEDED', { authorization });
    await refused('PROOF_NEEDED', { authorization: authorization?.replace('DPoP', 'Bearer') });
    await refused('PROOF_NEEDED', { authorization: authorization?.replace('DPoP', 'Bearer'), proof });
    await ask({ authorization, proof });
    await refused('PROOF_NEEDED', { authorization, proof });
  });

  it('refuses an unbound token that comes as a bound one', async () => {
    await refused('TOKEN_NOT_BOUND', await proven(await unbound()));
  });

  it.each([[['DASHBOARD']], [['ANALYST', 'DASHBOARD']]])('refuses an unbound token of a service, %j', async (roles) => {
    const token = await unbound({ roles });
    await refused('TOKEN_NOT_BOUND', { authorization: `Bearer ${token}` });
    await refused('TOKEN_NOT_BOUND', await proven(token));
  });

  it.each(['dpop', 'DPOP', 'Basic', 'DPoP Bearer', ''])('knows no scheme %j', async (scheme) => {
    const { proof } = await proven(await bound());
    await refused('UNAUTHENTICATED', { authorization: `${scheme} ${await bound()}`, proof });
  });

  it('takes a proof for the very endpoint that is asked, by method and path', async () => {
    const token = await bound();
    const others = [
      { method: 'GET', path: '/graphql' },
      { method: 'POST', path: '/questions/07.csv' },
    ];
    for (const endpoint of others) await refused('PROOF_NEEDED', { ...(await proven(token)), endpoint });
    const asked = { method: 'GET', address: 'https://data.example/questions/07.csv' };
    const headers = await credentialHeaders({ token, key }, asked, () => TOKEN_INSTANT);
    const { authorization, dpop: proof } = headers;
    await refused('PROOF_NEEDED', { authorization, proof });
    const endpoint = { method: 'GET', path: '/questions/07.csv' };
    expect(await ask({ authorization, proof, endpoint })).toMatchObject({ token });
  });

  it('identifies whoever asks without a purpose, by the same checks', async () => {
    const asked = { endpoint: ENDPOINT, purposeText: undefined } as Received;
    const authorization = `Bearer ${await unbound()}`;
    expect(await identify({ ...asked, authorization }, tools)).toMatchObject({ requester: { party: 'PAN' } });
    await expect(identify(asked, tools)).rejects.toEqual(refusal('UNAUTHENTICATED'));
    const { authorization: alone } = await proven(await bound());
    await expect(identify({ ...asked, authorization: alone }, tools)).rejects.toEqual(refusal('PROOF_NEEDED'));
  });

  it('tells nothing of what is in a token before its key is proven', async () => {
    await refused('PROOF_NEEDED', { authorization: `Bearer ${await bound()}`, purposeText: undefined });
    await refused('PURPOSE_REQUIRED', { ...(await proven(await bound())), purposeText: undefined });
  });
});
