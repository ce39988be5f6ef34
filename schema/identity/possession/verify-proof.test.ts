import fc from 'fast-check';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import { makeClientKey } from '../../testing/client';
import { tokenDigest } from '../verify-token';
import { type ClientKey, thumbprintOf } from './client-key';
import { makeProof } from './make-proof';
import { ProofVerifier } from './verify-proof';

const START = new Date('2026-01-15T12:00:00.400Z');
const SECONDS = Math.floor(START.getTime() / 1000);
const TOKEN = 'a.b.c';
const REQUEST = { method: 'POST', address: 'https://data.example/graphql' };
const REFUSED = expect.objectContaining({ code: 'PROOF_NEEDED', details: {} });

/** What a client changes in a proof; what is undefined is left out. */
interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signedBy?: ClientKey;
}

describe.each(['EdDSA', 'ES256'] as const)('ProofVerifier, of proofs signed with %s', (algorithm) => {
  let key: ClientKey;
  let other: ClientKey;
  let thumbprint: string;
  let now: Date;
  let verifier: ProofVerifier;
  let count = 0;

  beforeAll(async () => {
    [key, other] = await Promise.all([makeClientKey(algorithm), makeClientKey(algorithm)]);
    thumbprint = await thumbprintOf(key.publicKey);
  });
  beforeEach(() => {
    now = START;
    verifier = new ProofVerifier(() => now);
  });

  const verify = (proof: string | undefined) => verifier.verify(proof, { token: TOKEN, thumbprint, request: REQUEST });
  const refused = (proof: string | undefined) => expect(verify(proof)).rejects.toEqual(REFUSED);
  const made = (changes: object = {}) => makeProof(key, { ...REQUEST, token: TOKEN, now, ...changes });

  function proofOf({ claims, header, signedBy = key }: Changes = {}): Promise<string> {
    const content = {
      jti: `proof-${count++}`,
      htm: 'POST',
      htu: REQUEST.address,
      iat: SECONDS,
      ath: tokenDigest(TOKEN),
    };
    return new SignJWT({ ...content, ...claims })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: algorithm, jwk: key.publicKey, ...header } as JWTHeaderParameters)
      .sign(signedBy.privateKey);
  }

  it('takes what a client makes', async () => {
    await verify(await made());
    await verify(await made({ address: 'https://DATA.example:443/graphql?query=1#x' }));
    await verify(await proofOf());
    await verify(await proofOf({ claims: { nonce: 'one more claim' } }));
  });

  it('takes each proof once, and another of the same moment', async () => {
    const proof = await made();
    await verify(proof);
    await refused(proof);
    await refused(await proofOf({ claims: { jti: JSON.parse(payloadOf(proof)).jti } }));
    await verify(await made());
  });

  it('a proof that was refused is not used up', async () => {
    const proof = await made();
    await expect(verifier.verify(proof, { token: 'another.b.c', thumbprint, request: REQUEST })).rejects.toEqual(
      REFUSED,
    );
    await verify(proof);
  });

  it.each([
    [5, 0, true],
    [6, 0, false],
    [0, 29.6, true],
    [0, 30.6, false],
    [0, 86_400, false],
  ])('made %d seconds ahead and sent %d seconds later: %s', async (ahead, later, holds) => {
    const proof = await proofOf({ claims: { iat: SECONDS + ahead } });
    now = new Date(START.getTime() + later * 1000);
    await (holds ? verify(proof) : refused(proof));
  });

  it('refuses a proof of before the gateway started: nobody knows whether it was used', async () => {
    await refused(await proofOf({ claims: { iat: SECONDS - 1 } }));
  });

  it.each<[string, Changes]>([
    ['for another method', { claims: { htm: 'GET' } }],
    ['for the method in other letters', { claims: { htm: 'post' } }],
    ['for another address', { claims: { htu: 'https://data.example/other' } }],
    ['for another host', { claims: { htu: 'https://evil.example/graphql' } }],
    ['for another scheme', { claims: { htu: 'http://data.example/graphql' } }],
    ['for another port', { claims: { htu: 'https://data.example:4000/graphql' } }],
    ['for a path', { claims: { htu: '/graphql' } }],
    ['for another token', { claims: { ath: tokenDigest('d.e.f') } }],
    ['with a moment that is none', { claims: { iat: 'now' } }],
    ['with a part of a second', { claims: { iat: SECONDS + 0.5 } }],
    ['that has expired', { claims: { exp: SECONDS - 1 } }],
    ['with too long a name', { claims: { jti: 'x'.repeat(129) } }],
    ['with an empty name', { claims: { jti: '' } }],
    ...['jti', 'htm', 'htu', 'iat', 'ath'].map((claim): [string, Changes] => [
      `without ${claim}`,
      { claims: { [claim]: undefined } },
    ]),
    ['of another type', { header: { typ: 'JWT' } }],
    ['of no type', { header: { typ: undefined } }],
    ['without a key', { header: { jwk: undefined } }],
    ['with a kid besides', { header: { kid: 'x' } }],
    ['with an address of keys besides', { header: { jku: 'https://evil.example/' } }],
    ['with a critical header', { header: { crit: ['b64'], b64: true } }],
  ])('refuses one %s', async (_, changes) => {
    await refused(await proofOf(changes));
  });

  it('refuses one that another client signed, with either key in it', async () => {
    await refused(await proofOf({ signedBy: other }));
    await refused(await proofOf({ signedBy: other, header: { jwk: other.publicKey } }));
  });

  it('refuses a key that brings more than itself, its private part above all', async () => {
    const [jwk, x] = [key.publicKey, key.publicKey.x];
    for (const brought of [
      { ...jwk, d: x },
      { ...jwk, kid: 'x' },
      { ...jwk, crv: 'X25519' },
      { kty: 'oct', k: x },
    ])
      await refused(await proofOf({ header: { jwk: brought } }));
  });

  it('refuses other algorithms, no algorithm and a stripped signature', async () => {
    const [, payload, signature] = (await made()).split('.') as [string, string, string];
    for (const alg of ['none', 'HS256', 'ES384', algorithm === 'EdDSA' ? 'ES256' : 'EdDSA']) {
      const header = encoded({ typ: 'dpop+jwt', alg, jwk: key.publicKey });
      await refused(`${header}.${payload}.${signature}`);
      await refused(`${header}.${payload}.`);
    }
  });

  it('refuses what is not exactly one proof', async () => {
    const [one, two] = await Promise.all([made(), made()]);
    for (const text of [
      undefined,
      '',
      'proof',
      `${one}, ${two}`,
      `${one},${one}`,
      ` ${one}`,
      `${one}.x`,
      'a'.repeat(5000),
    ])
      await refused(text);
    await verify(one);
  });

  it('refuses a proof of which any character differs', async () => {
    const character = fc.constantFrom(...'0aZ_-.');
    await fc.assert(
      fc.asyncProperty(fc.nat(), character, async (at, put) => {
        const proof = await made();
        // The last character has bits that do not count.
        const place = at % (proof.length - 1);
        const altered = proof.slice(0, place) + put + proof.slice(place + 1);
        if (altered === proof) await verify(altered);
        else await refused(altered);
      }),
      { numRuns: 60 },
    );
  });
});

const payloadOf = (proof: string): string => Buffer.from(proof.split('.')[1] as string, 'base64url').toString('utf8');
const encoded = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
