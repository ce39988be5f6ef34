/** The errors of the catalogue (`schema/errors.ts`) that are about who asks and for which purpose. */
export const IDENTITY_ERRORS = {
  UNAUTHENTICATED: {
    status: 401,
    en: 'A valid bearer token is needed. Ask your issuer for one; in development: npm run token -- analyst.pan',
    es: 'Se necesita un token válido. Pídalo a su emisor; en desarrollo: npm run token -- analyst.pan',
  },
  PROOF_NEEDED: {
    status: 401,
    en: 'The token is bound to a key of its client. Send it as Authorization: DPoP TOKEN, with a new proof in the header DPoP for each request: signed with that key just now, for this method, address and token (RFC 9449). In development: npm run token -- dashboard.pan',
    es: 'El token está vinculado a una clave de su cliente. Envíelo como Authorization: DPoP TOKEN, con una prueba nueva en el encabezado DPoP en cada consulta: firmada con esa clave en este momento, para este método, dirección y token (RFC 9449). En desarrollo: npm run token -- dashboard.pan',
  },
  TOKEN_NOT_BOUND: {
    status: 401,
    en: 'The token is not bound to a key. A service that runs unattended (DASHBOARD) needs one that is: ask its issuer for it, with the thumbprint of the key of the service. Everyone else sends an unbound token as Authorization: Bearer TOKEN.',
    es: 'El token no está vinculado a una clave. Un servicio que funciona sin atención (DASHBOARD) necesita uno que lo esté: pídalo a su emisor, con la huella de la clave del servicio. Los demás envían un token sin vincular como Authorization: Bearer TOKEN.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    en: 'State the purpose of the request in the header x-purpose. Your token carries: {purposes}.',
    es: 'Indique la finalidad de la consulta en el encabezado x-purpose. Su token contiene: {purposes}.',
  },
  PURPOSE_NOT_GRANTED: {
    status: 403,
    en: 'Your issuer did not grant this purpose. Your token carries: {purposes}.',
    es: 'Su emisor no concedió esta finalidad. Su token contiene: {purposes}.',
  },
  CASE_REFERENCE_REQUIRED: {
    status: 400,
    en: 'This purpose needs the reference of the case that it serves, in the header x-case-reference.',
    es: 'Esta finalidad necesita la referencia del caso al que sirve, en el encabezado x-case-reference.',
  },
  NO_PARTY: {
    status: 403,
    en: 'Your government or organisation is no party to this exchange; nothing is answered to it.',
    es: 'Su gobierno u organización no es parte de este intercambio; no se le responde nada.',
  },
  ACCESS_REVOKED: {
    status: 401,
    en: 'Your own party has revoked this access, or the key that signed your token. Ask {contact}.',
    es: 'Su propia parte revocó este acceso, o la clave que firmó su token. Consulte a {contact}.',
  },
  UNKNOWN_POINT: {
    status: 401,
    en: 'Rules are given to known enforcement points only: the token is of none, or too old.',
    es: 'Las reglas se entregan solo a puntos de control conocidos: el token no es de ninguno, o es demasiado antiguo.',
  },
} as const;
