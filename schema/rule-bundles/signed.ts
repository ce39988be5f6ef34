import { z } from 'zod';
import { base64url } from './base64url';

const MAX_PAYLOAD_BYTES = 2 * 1024 * 1024;
/** Also the most parties that there can be. */
const MAX_SIGNATURES = 50;

/** A JWS in its general JSON form: one payload, and a signature of each who stands behind it. */
export const signed = z.strictObject({
  payload: base64url(Math.ceil((MAX_PAYLOAD_BYTES * 4) / 3)),
  signatures: z
    .array(z.strictObject({ protected: base64url(2_000), signature: base64url(200) }))
    .min(1)
    .max(MAX_SIGNATURES),
});
/** A payload and its signatures. */
export type Signed = z.infer<typeof signed>;

/** What is signed, as the type that stands in the protected header: one never passes for another. */
export type SignedType = 'pasarela-rules+jws' | 'pasarela-root-key+jws' | 'pasarela-enrolment+jws';

/** The content of a payload; nothing is verified. @throws when it is no JSON, or no UTF-8. */
export const contentOf = ({ payload }: Signed): unknown => JSON.parse(textOf(payload));

/** The text of bytes in base64url. @throws when they are no UTF-8: what is read is what was signed, and no likeness. */
export const textOf = (encoded: string): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(encoded, 'base64url'));
