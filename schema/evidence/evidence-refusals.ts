/** The errors of the catalogue (`schema/errors.ts`) that are about evidence. */
export const EVIDENCE_ERRORS = {
  NOT_YOUR_EVIDENCE: {
    status: 403,
    en: 'This is the evidence of {owner}: its own administrators, auditors and data-protection officers alone look into it, for AUDIT or POLICY_ADMINISTRATION.',
    es: 'Esta es la evidencia de {owner}: solo la consultan sus propios administradores, auditores y encargados de protección de datos, con la finalidad AUDIT o POLICY_ADMINISTRATION.',
  },
  EVIDENCE_BEHIND: {
    status: 503,
    en: 'The evidence of {log} is still being looked through, so an answer from it would not be whole. Ask again in a minute.',
    es: 'La evidencia de {log} aún se está revisando, así que una respuesta no sería completa. Pregunte de nuevo en un minuto.',
  },
  EVIDENCE_UNAVAILABLE: {
    status: 503,
    en: 'What is given out cannot be recorded just now, so nothing is given out. Try again in a moment.',
    es: 'Lo que se entrega no se puede registrar en este momento, así que no se entrega nada. Intente de nuevo en un momento.',
  },
} as const;
