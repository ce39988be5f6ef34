import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { clientKeyOf, readClientKey, thumbprintOf } from './client-key';

/** The example of RFC 8037, appendix A: a private Ed25519 key, and its thumbprint. */
const RFC_KEY: JWK = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};
const RFC_THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

describe('a client key', () => {
  it('has the thumbprint that the standard gives, and a public part without the private one', async () => {
    const { algorithm, publicKey } = await clientKeyOf({ ...RFC_KEY, kid: 'dashboard', use: 'sig' });
    expect([algorithm, await thumbprintOf(publicKey)]).toEqual(['EdDSA', RFC_THUMBPRINT]);
    expect(publicKey).toEqual({ kty: 'OKP', crv: 'Ed25519', x: RFC_KEY.x });
  });

  it('may be one on P-256', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    expect(await clientKeyOf(jwk)).toMatchObject({
      algorithm: 'ES256',
      publicKey: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y },
    });
  });

  it.each<[string, JWK]>([
    ['a public key', { ...RFC_KEY, d: undefined }],
    ['a key of another curve', { ...RFC_KEY, crv: 'X25519' }],
    ['a secret', { kty: 'oct', k: 'AAAA', d: 'AAAA' }],
  ])('is not %s', async (_, jwk) => {
    await expect(clientKeyOf(jwk)).rejects.toThrow();
  });

  it('is read from a file, which is named when it holds something else', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'client-key-'));
    const file = path.join(directory, 'key.json');
    writeFileSync(file, JSON.stringify(RFC_KEY));
    expect((await readClientKey(file)).algorithm).toBe('EdDSA');
    writeFileSync(file, '{"kty":"oct"}');
    await expect(readClientKey(file)).rejects.toThrow(file);
    rmSync(directory, { recursive: true });
  });
});
