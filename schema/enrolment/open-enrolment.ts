import type { z } from 'zod';
import { requestError } from '../errors';
import { thumbprintOf } from '../rule-bundles/root-keys';
import { contentOf, type Signed, signed } from '../rule-bundles/signed';
import { signersOf } from '../rule-bundles/verify-signatures';
import { type Enrolment, enrolment } from './enrolment';
import { fingerprintOf } from './fingerprint';

/** An enrolment that its own root key signed, and its fingerprint. */
export interface OpenedEnrolment {
  readonly enrolment: Enrolment;
  readonly fingerprint: string;
}

const MAX_FILE_CHARACTERS = 256 * 1024;

/**
 * Opens the text of an enrolment file. That it is whole says nothing of who made it: the fingerprint does.
 *
 * @throws ENROLMENT_UNREADABLE, ENROLMENT_ALTERED.
 */
export async function openEnrolment(text: string): Promise<OpenedEnrolment> {
  const form = signedIn(text);
  const content = contentIn(form);
  const { party, rootKey } = content;
  const ownKey = new Map([[party, { party, ...rootKey, development: false }]]);
  const signers = await signersOf(form, 'pasarela-enrolment+jws', ownKey);
  if (form.signatures.length !== 1 || !signers.has(party)) throw requestError('ENROLMENT_ALTERED');
  await checkKeys(content);
  return { enrolment: content, fingerprint: fingerprintOf(form) };
}

function signedIn(text: string): Signed {
  try {
    if (text.length > MAX_FILE_CHARACTERS) throw new Error('too long');
    return signed.parse(JSON.parse(text));
  } catch {
    throw requestError('ENROLMENT_UNREADABLE', { what: 'it has not the form of a signed file' });
  }
}

function contentIn(form: Signed): Enrolment {
  const parsed = enrolment.safeParse(jsonOf(form));
  if (!parsed.success) throw refuseUnreadable(parsed.error);
  return parsed.data;
}

function jsonOf(form: Signed): unknown {
  try {
    return contentOf(form);
  } catch {
    return undefined;
  }
}

/** INVARIANT: keys are named by what they are, and who signs rules does not sign tokens with the same key. */
async function checkKeys({ rootKey, issuer }: Enrolment): Promise<void> {
  for (const { kid, ...key } of issuer.keys)
    if (kid !== (await thumbprintOf(key)) || key.x === rootKey.key.x)
      throw requestError('ENROLMENT_UNREADABLE', { what: 'issuer.keys: is named wrongly, or is the root key too' });
}

/** The refusal of an enrolment that has not the form of one: where, and what is wrong there; never what stands there. */
export function refuseUnreadable({ issues: [issue] }: Pick<z.ZodError, 'issues'>) {
  return requestError('ENROLMENT_UNREADABLE', { what: `${issue?.path.join('.') || 'the file'}: ${issue?.message}` });
}
