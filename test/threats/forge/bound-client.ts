import { type ClientKey, thumbprintOf } from '@pasarela/schema/identity/possession/client-key';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import { PROOF_TYPE } from '@pasarela/schema/identity/possession/proof-format';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { makeClientKey } from '@pasarela/schema/testing/client';
import { SignJWT } from 'jose';
import type { Stage } from '../attack';
import { signedToken } from './token';

/** A client whose tokens are bound to its key. */
export type BoundClient = Required<Credentials> & { readonly key: ClientKey };

/** A client of Panama with a key of its own, and a token that the issuer bound to it. */
export async function boundClient(stage: Stage, key?: ClientKey): Promise<BoundClient> {
  const own = key ?? (await makeClientKey());
  const claims = { cnf: { jkt: await thumbprintOf(own.publicKey) } };
  return { key: own, token: signedToken(stage, 'PAN', { claims }) };
}

/** What an attacker writes into a proof, and with which key it is signed. */
export interface ProofParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signedBy?: ClientKey;
}

let made = 0;

/** A proof for a question to the gateway with a client's token, as the client would make it but for some parts. */
export function proofFor(stage: Stage, { key, token }: BoundClient, parts: ProofParts = {}): Promise<string> {
  const claims = {
    jti: `proof-${made++}`,
    htm: 'POST',
    htu: stage.gateway.address,
    iat: Math.floor((Date.now() + stage.clock.aheadMs) / 1000),
    ath: tokenDigest(token),
  };
  return new SignJWT({ ...claims, ...parts.claims })
    .setProtectedHeader({ typ: PROOF_TYPE, alg: key.algorithm, jwk: key.publicKey })
    .sign((parts.signedBy ?? key).privateKey);
}
