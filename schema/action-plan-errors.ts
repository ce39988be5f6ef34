/** The part of the catalogue of errors for what parties report on the action plan, and for records that carry a version. */
export const ACTION_PLAN_ERRORS = {
  STALE_VERSION: {
    status: 409,
    en: 'The record changed since you read it: it stands at version {version} now. Read it again and decide again.',
    es: 'El registro cambió desde que usted lo leyó: ahora está en la versión {version}. Léalo de nuevo y vuelva a decidir.',
  },
  UNKNOWN_COMMITMENT: {
    status: 404,
    en: 'None of the commitments on which your party reports has this id.',
    es: 'Ninguno de los compromisos sobre los que informa su parte tiene este id.',
  },
  EVIDENCE_NEEDED: {
    status: 400,
    en: 'The status {status} needs a document in evidence: add its reference, its SHA-256 and its date. DONE always does; once the due day is over, anything but UNKNOWN does.',
    es: 'El estado {status} necesita un documento como evidencia: agregue su referencia, su SHA-256 y su fecha. DONE lo necesita siempre; pasada la fecha límite, todo estado distinto de UNKNOWN.',
  },
} as const;
