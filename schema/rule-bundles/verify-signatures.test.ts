import { createHmac } from 'node:crypto';
import { base64urlOf, partyOf, rawSigned, rootKeysOf, signedPart } from '../testing/rule-parties';
import { thumbprintOf } from './root-keys';
import { togetherSigned } from './sign';
import { signersOf } from './verify-signatures';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const KEYS = rootKeysOf(COL, PAN, USA);
const TYPE = 'pasarela-rules+jws';
const CONTENT = { rules: 'some' };

describe('signersOf', () => {
  let kid: string;
  beforeAll(async () => {
    kid = await thumbprintOf(PAN.key);
  });
  const header = () => ({ alg: 'EdDSA', typ: TYPE, kid });

  it('counts whoever signed, each once', async () => {
    const { payload, signatures } = await signedPart(CONTENT, COL, PAN);
    const doubled = { payload, signatures: [...signatures, ...signatures] };
    expect(await signersOf(doubled, TYPE, KEYS)).toEqual(new Set(['COL', 'PAN']));
  });

  it('counts a good signature that stands behind a bad one of the same key', async () => {
    const good = rawSigned(header(), CONTENT, PAN);
    const bad = { ...rawSigned(header(), 'another', PAN), payload: good.payload };
    expect(await signersOf(togetherSigned([bad, good]), TYPE, KEYS)).toEqual(new Set(['PAN']));
    expect(await signersOf(bad, TYPE, KEYS)).toEqual(new Set());
  });

  it('counts the plain header, so that the refusals below are due to their headers', async () => {
    expect(await signersOf(rawSigned(header(), CONTENT, PAN), TYPE, KEYS)).toEqual(new Set(['PAN']));
  });

  it.each<[string, object]>([
    ['no algorithm', { alg: 'none' }],
    ['a shared secret', { alg: 'HS256' }],
    ['another curve', { alg: 'ES256' }],
    ['an algorithm by another name', { alg: 'Ed25519' }],
    ['another type', { typ: 'pasarela-root-key+jws' }],
    ['the type of a token', { typ: 'JWT' }],
    ['no type', { typ: undefined }],
    ['a payload as it is', { b64: false }],
    ['a payload as it is, critically', { b64: false, crit: ['b64'] }],
    ['an extension that must be understood', { crit: ['exp'], exp: 1 }],
    ['no extension', { crit: [] }],
    ['a key of its own', { jwk: PAN.key }],
    ['an address of a key', { jku: 'https://keys.example/' }],
    ['no key', { kid: undefined }],
    ['no name of a key', { kid: ['PAN'] }],
    ["a party's code in place of its key", { kid: 'PAN' }],
    ['the name of what every object has', { kid: '__proto__' }],
  ])('counts nothing under a header with %s', async (_, changes) => {
    expect(await signersOf(rawSigned({ ...header(), ...changes }, CONTENT, PAN), TYPE, KEYS)).toEqual(new Set());
  });

  it.each(['', '{', 'null', '[]', '"EdDSA"'])('counts nothing under a header that is %j', async (text) => {
    expect(await signersOf(rawSigned(text, CONTENT, PAN), TYPE, KEYS)).toEqual(new Set());
  });

  it('counts nothing by a key that is not pinned, or under the name of a key that is', async () => {
    const stranger = partyOf('PAN', 'a stranger');
    expect(await signersOf(await signedPart(CONTENT, stranger), TYPE, KEYS)).toEqual(new Set());
    expect(await signersOf(rawSigned(header(), CONTENT, stranger), TYPE, KEYS)).toEqual(new Set());
    expect(await signersOf(rawSigned(header(), CONTENT, COL), TYPE, KEYS)).toEqual(new Set());
  });

  it('counts no digest that is made with a public key as if it were a secret', async () => {
    const [head, payload] = [base64urlOf({ ...header(), alg: 'HS256' }), base64urlOf(CONTENT)];
    const signature = createHmac('sha256', Buffer.from(PAN.key.x, 'base64url')).update(`${head}.${payload}`);
    const signatures = [{ protected: head, signature: signature.digest('base64url') }];
    expect(await signersOf({ payload, signatures }, TYPE, KEYS)).toEqual(new Set());
  });
});
