import { z } from 'zod';

const MAX_PAYLOAD_CHARACTERS = 4_000_000;
const MAX_SIGNATURES = 50;
const base64url = z.string().regex(/^[\w-]+$/);

/** A JWS in its general JSON form: one payload, and a signature of each who stands behind it. */
export const signed = z.strictObject({
  payload: base64url.max(MAX_PAYLOAD_CHARACTERS),
  signatures: z
    .array(z.strictObject({ protected: base64url.max(2_000), signature: base64url.max(200) }))
    .min(1)
    .max(MAX_SIGNATURES),
});
/** A payload and its signatures. */
export type Signed = z.infer<typeof signed>;

/** What is signed, as the type that stands in the protected header: one never passes for another. */
export type SignedType = 'pasarela-rules+jws' | 'pasarela-root-key+jws';

/** The content of a payload; nothing is verified. @throws when it is no JSON. */
export const contentOf = ({ payload }: Signed): unknown =>
  JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
