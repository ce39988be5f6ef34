import type { ClientKey } from './client-key';
import { makeProof, type ProvenRequest } from './make-proof';
import { PROOF_HEADER } from './proof-format';

/** What a client asks with: its token, and the key to which the token is bound, if it is. */
export interface Credentials {
  readonly token: string;
  readonly key?: ClientKey | undefined;
}

/**
 * The headers that present a token with one request; those of a bound token hold a proof and serve once.
 * @param now the client's clock, which is read for a proof only.
 */
export async function credentialHeaders(
  { token, key }: Credentials,
  request: ProvenRequest,
  now: () => Date,
): Promise<Record<string, string>> {
  if (!key) return { authorization: `Bearer ${token}` };
  return { authorization: `DPoP ${token}`, [PROOF_HEADER]: await makeProof(key, { ...request, token, now: now() }) };
}
