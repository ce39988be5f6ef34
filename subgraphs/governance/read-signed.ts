import { requestError } from '@pasarela/schema/errors';
import { type Signed, signed } from '@pasarela/schema/rule-bundles/signed';

/** Reads a signed part as it was given. @throws SIGNATURE_REFUSED when it has not the form of one. */
export function readSigned(text: string): Signed {
  try {
    return signed.parse(JSON.parse(text));
  } catch {
    throw requestError('SIGNATURE_REFUSED', { what: 'it has not the form of a signed part' });
  }
}
