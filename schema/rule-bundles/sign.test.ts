import { generalVerify, importJWK } from 'jose';
import { partyOf, rootKeysOf } from '../testing/rule-parties';
import { thumbprintOf } from './root-keys';
import { signContent, togetherSigned } from './sign';
import { signersOf } from './verify-signatures';

const [COL, PAN] = [partyOf('COL'), partyOf('PAN')];
const TYPE = 'pasarela-rules+jws';

describe('signContent', () => {
  it('makes what any reader of JWS verifies, of the very bytes', async () => {
    const signed = await signContent('{ "año": 1 }\n', TYPE, PAN.privateKey);
    const { payload, protectedHeader } = await generalVerify(signed, await importJWK(PAN.key, 'EdDSA'));
    expect(Buffer.from(payload).toString('utf8')).toBe('{ "año": 1 }\n');
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: TYPE, kid: await thumbprintOf(PAN.key) });
  });

  it('tells nothing of the private key', async () => {
    expect(JSON.stringify(await signContent('{}', TYPE, PAN.privateKey))).not.toContain(PAN.privateKey.d);
  });
});

describe('togetherSigned', () => {
  const by = (content: string, { privateKey }: typeof PAN) => signContent(content, TYPE, privateKey);

  it('holds the signature of each, once', async () => {
    const together = togetherSigned([await by('{}', COL), await by('{}', PAN), await by('{}', COL)]);
    expect(together.signatures).toHaveLength(2);
    expect(await signersOf(together, TYPE, rootKeysOf(COL, PAN))).toEqual(new Set(['COL', 'PAN']));
  });

  it('takes a signature to those that are there already', async () => {
    const first = togetherSigned([await by('{}', COL)]);
    const both = togetherSigned([first, await by('{}', PAN)]);
    expect(both.signatures).toEqual([...first.signatures, ...(await by('{}', PAN)).signatures]);
  });

  it('is not made of different things, nor of nothing', async () => {
    const [one, other] = [await by('{}', COL), await by('[]', PAN)];
    expect(() => togetherSigned([one, other])).toThrow('different');
    expect(() => togetherSigned([])).toThrow();
  });
});
