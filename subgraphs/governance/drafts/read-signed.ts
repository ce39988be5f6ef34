import { requestError } from '@pasarela/schema/errors';
import { contentOf, type Signed, signed } from '@pasarela/schema/rule-bundles/signed';

/** Reads a signed part as it was given. @throws SIGNATURE_REFUSED when it has not the form of one. */
export function readSigned(text: string): Signed {
  try {
    const form = signed.parse(JSON.parse(text));
    contentOf(form);
    return form;
  } catch {
    throw requestError('SIGNATURE_REFUSED', { what: 'it has not the form of a signed part' });
  }
}

/** Refuses a signature under anything but the change itself. @throws SIGNATURE_REFUSED. */
export function requireSignedContent(form: Signed, content: unknown): void {
  if (JSON.stringify(contentOf(form)) !== JSON.stringify(content))
    throw requestError('SIGNATURE_REFUSED', { what: 'what is signed is not this change' });
}
