import { exportJWK, generateKeyPair } from 'jose';
import { type ClientKey, clientKeyOf } from '../identity/possession/client-key';

/** Makes a client's key for a test, of either kind. */
export async function makeClientKey(algorithm: ClientKey['algorithm'] = 'EdDSA'): Promise<ClientKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return clientKeyOf(await exportJWK(privateKey));
}
