import { FlattenedSign, importJWK, type JWK } from 'jose';
import { thumbprintOf } from './root-keys';
import type { Signed, SignedType } from './signed';

/** Signs content with a root key (EdDSA). The text of the content is what is signed, byte for byte. */
export async function signContent(content: string, type: SignedType, privateKey: JWK): Promise<Signed> {
  const key = await importJWK(privateKey, 'EdDSA');
  const jws = await new FlattenedSign(Buffer.from(content, 'utf8'))
    .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: await thumbprintOf(privateKey) })
    .sign(key);
  return {
    payload: jws.payload,
    signatures: [{ protected: jws.protected as string, signature: jws.signature }],
  };
}

/** One payload with the signatures of several. @throws when they signed different things. */
export function togetherSigned(all: readonly Signed[]): Signed {
  const [first] = all;
  if (!first || all.some(({ payload }) => payload !== first.payload)) throw new Error('They signed different things.');
  const signatures = all.flatMap((one) => one.signatures);
  const unique = new Map(signatures.map((one) => [`${one.protected}.${one.signature}`, one]));
  return { payload: first.payload, signatures: [...unique.values()] };
}
