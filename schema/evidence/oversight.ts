import type { Purpose, Role } from '../identity/purposes';

/** Whoever looks into the evidence of their own party. */
export const OVERSIGHT_ROLES: readonly Role[] = ['ADMINISTRATOR', 'AUDITOR', 'DATA_PROTECTION_OFFICER'];

/** For what somebody looks into evidence. */
export const OVERSIGHT_PURPOSES: readonly Purpose[] = ['AUDIT', 'POLICY_ADMINISTRATION'];

const EVIDENCE_FIELD = /^Query\.\w+Evidence$/;

/** Whether a field answers from an owner's evidence: each domain has one, `<domain>Evidence`. */
export const isEvidenceField = (coordinate: string): boolean => EVIDENCE_FIELD.test(coordinate);

const IN_EVIDENCE = /^\w+Evidence\.\w+$/;

/** Whether a field is a domain's evidence, or stands in it. */
export const isOfEvidence = (coordinate: string): boolean =>
  isEvidenceField(coordinate) || IN_EVIDENCE.test(coordinate);
