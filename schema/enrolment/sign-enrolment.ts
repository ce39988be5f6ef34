import type { JWK } from 'jose';
import { signContent } from '../rule-bundles/sign';
import type { Signed } from '../rule-bundles/signed';
import { type Enrolment, enrolment } from './enrolment';
import { refuseUnreadable } from './open-enrolment';

/** Signs an enrolment with the root key that it names. @throws ENROLMENT_UNREADABLE when it has not the form of one. */
export function signEnrolment(content: Enrolment, rootKey: JWK): Promise<Signed> {
  const parsed = enrolment.safeParse(content);
  if (!parsed.success) throw refuseUnreadable(parsed.error);
  return signContent(JSON.stringify(parsed.data), 'pasarela-enrolment+jws', rootKey);
}

/** An enrolment as its file holds it. */
export const enrolmentFileText = (signed: Signed): string => `${JSON.stringify(signed, null, 2)}\n`;
