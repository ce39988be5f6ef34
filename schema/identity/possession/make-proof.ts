import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { tokenDigest } from '../verify-token';
import type { ClientKey } from './client-key';
import { proofAddress } from './proof-address';
import { PROOF_TYPE } from './proof-format';

/** A request as a proof names it. */
export interface ProvenRequest {
  readonly method: string;
  /** Where the client sends it; query and fragment do not count. */
  readonly address: string;
}

/** What a proof is made for. */
export interface ProofOptions extends ProvenRequest {
  readonly token: string;
  readonly now: Date;
}

/** Proves, for one request with one token, that the client holds its key. @throws when the address is none. */
export async function makeProof(key: ClientKey, { method, address, token, now }: ProofOptions): Promise<string> {
  const htu = proofAddress(address);
  if (htu === undefined) throw new Error(`The address ${address} is no http or https address.`);
  return new SignJWT({ htm: method, htu, ath: tokenDigest(token) })
    .setProtectedHeader({ typ: PROOF_TYPE, alg: key.algorithm, jwk: key.publicKey })
    .setJti(randomUUID())
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .sign(key.privateKey);
}
