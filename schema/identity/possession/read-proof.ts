import { type CryptoKey, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { thumbprintOf } from './client-key';
import { PROOF_TYPE, type ProofClaims, proofClaims, proofHeader } from './proof-format';

const MAX_PROOF_BYTES = 4096;
/** One compact JWT: of two headers the server makes one text with a comma, which is none. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A proof whose signature holds, and the thumbprint of the key that it brings. */
export interface SignedProof {
  readonly thumbprint: string;
  readonly claims: ProofClaims;
}

/**
 * Reads a proof and verifies its signature under the public key that it brings.
 *
 * INVARIANT: that key is worth nothing by itself; whoever calls this compares its thumbprint with the token's.
 * @throws when it is not one proof, or not signed with its key.
 */
export async function readSignedProof(text: string | undefined, now: Date): Promise<SignedProof> {
  if (!text || text.length > MAX_PROOF_BYTES || !COMPACT.test(text)) throw new Error('not one proof');
  const { alg, jwk } = proofHeader.parse(decodeProtectedHeader(text));
  const { payload } = await jwtVerify(text, (await importJWK(jwk, alg)) as CryptoKey, {
    algorithms: [alg],
    typ: PROOF_TYPE,
    currentDate: now,
  });
  return { thumbprint: await thumbprintOf(jwk), claims: proofClaims.parse(payload) };
}
