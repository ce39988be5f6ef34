import { GraphQLError } from 'graphql';
import { EVIDENCE_ERRORS } from './evidence/evidence-refusals';
import type { Language } from './localized-text';
import { RIGHTS_ERRORS } from './rights-errors';

/** One entry of the catalogue. Texts may hold `{name}` for a detail that is never a record's value. */
interface CatalogueEntry {
  readonly status: number;
  readonly en: string;
  readonly es: string;
}

/**
 * Every error that the product answers with: code, HTTP status, text. One place, used by the gateway
 * and by every subgraph. A text says what to do; it never holds a record's value, a token or an address.
 */
export const ERRORS = {
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
  RULES_INVALID: {
    status: 400,
    en: 'The rules cannot be accepted: {what}',
    es: 'Las reglas no se pueden aceptar: {what}',
  },
  NOT_YOUR_RULES: {
    status: 403,
    en: 'These are the rules of {owner}; only its own administrators may do this.',
    es: 'Estas son las reglas de {owner}; solo sus propios administradores pueden hacer esto.',
  },
  UNKNOWN_DRAFT: {
    status: 404,
    en: 'There is no such draft among those of your party.',
    es: 'No existe tal borrador entre los de su parte.',
  },
  UNKNOWN_QUESTION: {
    status: 404,
    en: 'There is no such question among those of your party.',
    es: 'No existe tal pregunta entre las de su parte.',
  },
  UNKNOWN_PUBLICATION: {
    status: 404,
    en: 'Rule set {number} of {owner} was never published. Read rulePublications for those that were.',
    es: 'El conjunto de reglas {number} de {owner} nunca se publicó. Lea rulePublications para ver los que sí.',
  },
  DRAFT_CLOSED: {
    status: 409,
    en: 'The draft is {state}; nothing more can be done with it.',
    es: 'El borrador está {state}; ya no se puede hacer nada con él.',
  },
  DRAFT_OUTDATED: {
    status: 409,
    en: 'Rule set {number} of {owner} was published meanwhile: read it, and write the change again on top of it.',
    es: 'Entretanto se publicó el conjunto de reglas {number} de {owner}: léalo y escriba el cambio de nuevo sobre él.',
  },
  OWN_APPROVAL: {
    status: 403,
    en: 'Nobody approves a change that they wrote: a second person of the same owner has to.',
    es: 'Nadie aprueba un cambio que escribió: debe hacerlo una segunda persona del mismo titular.',
  },
  APPROVAL_NEEDED: {
    status: 409,
    en: 'The change may show more, so a second person of {owner} has to approve it first.',
    es: 'El cambio puede mostrar más, así que antes debe aprobarlo una segunda persona de {owner}.',
  },
  CHANGE_DIFFERS: {
    status: 409,
    en: 'The change would do something else by now than what you saw. Look at it again, and approve its present hash.',
    es: 'El cambio haría ahora algo distinto de lo que usted vio. Véalo de nuevo y apruebe su hash actual.',
  },
  SIGNATURE_REFUSED: {
    status: 400,
    en: 'The signed rules are not accepted: {what}',
    es: 'Las reglas firmadas no se aceptan: {what}',
  },
  ADDRESS_UNREADABLE: {
    status: 400,
    en: 'An address is not one: write it whole, like https://data.example.org/graphql',
    es: 'Una dirección no lo es: escríbala completa, como https://data.example.org/graphql',
  },
  ADDRESS_NOT_HTTPS: {
    status: 400,
    en: 'An address is not https: what is shared between governments travels encrypted, and never as a file.',
    es: 'Una dirección no es https: lo que comparten los gobiernos viaja cifrado, y nunca como archivo.',
  },
  ADDRESS_WITH_CREDENTIALS: {
    status: 400,
    en: 'An address holds a user name or a password: leave them out, requests are signed instead.',
    es: 'Una dirección contiene un usuario o una contraseña: quítelos, las solicitudes van firmadas.',
  },
  ADDRESS_NOT_PINNED: {
    status: 403,
    en: 'The operator of this machine has not pinned the host and port of an address in trust/outbound.json.',
    es: 'El operador de este equipo no ha fijado en trust/outbound.json el servidor y el puerto de una dirección.',
  },
  ADDRESS_OF_INNER_NETWORK: {
    status: 403,
    en: 'An address leads to an inner network (this machine, a private or link-local network), which the operator has not allowed in trust/outbound.json.',
    es: 'Una dirección lleva a una red interna (este equipo, una red privada o de enlace local) que el operador no ha permitido en trust/outbound.json.',
  },
  ENROLMENT_UNREADABLE: {
    status: 400,
    en: 'This is no enrolment file that can be used: {what}. Ask the party for it again.',
    es: 'Este no es un archivo de inscripción que se pueda usar: {what}. Pídalo de nuevo a la parte.',
  },
  ENROLMENT_ALTERED: {
    status: 400,
    en: 'The enrolment is not signed by the root key that it names: it was altered on its way. Ask the party for it again.',
    es: 'La inscripción no está firmada por la clave raíz que nombra: fue alterada en el camino. Pídala de nuevo a la parte.',
  },
  FINGERPRINT_DIFFERS: {
    status: 400,
    en: 'The fingerprint is not that of this file. Have the party read theirs over the telephone, at a number that you knew before; if it still differs, the file is not theirs.',
    es: 'La huella no es la de este archivo. Pida a la parte que lea la suya por teléfono, a un número que usted ya conocía; si aún difiere, el archivo no es de ella.',
  },
  ENROLMENT_CONFLICT: {
    status: 409,
    en: 'Nothing was added: {what} is already pinned here for somebody else, or under another key. A key is changed by a key change, never by a new enrolment.',
    es: 'No se añadió nada: {what} ya está fijado aquí para otro, o con otra clave. Una clave se cambia con un cambio de clave, nunca con una nueva inscripción.',
  },
  QUORUM_LOST: {
    status: 409,
    en: 'Nothing was added: with one party more, the rules that all set together need {needed} signatures, and have fewer. Have more parties sign them first.',
    es: 'No se añadió nada: con una parte más, las reglas que todas fijan juntas necesitan {needed} firmas, y tienen menos. Haga que antes las firmen más partes.',
  },
  UNKNOWN_COORDINATE: {
    status: 404,
    en: 'There is no such field in the schema that you may ask. Name one as Type.field.',
    es: 'No existe tal campo en el esquema que usted puede consultar. Nombre uno como Type.field.',
  },
  GRANTED_ALREADY: {
    status: 409,
    en: 'You get this field at this level already, for this purpose: there is nothing to ask for.',
    es: 'Usted ya recibe este campo a este nivel para esta finalidad: no hay nada que pedir.',
  },
  UNKNOWN_AGENCY: {
    status: 403,
    en: 'Your agency is none of those that your party named here, so nothing can be granted to it. Ask your administrators.',
    es: 'Su entidad no es ninguna de las que su parte nombró aquí, así que no se le puede conceder nada. Consulte a sus administradores.',
  },
  TOO_MANY_ACCESS_REQUESTS: {
    status: 409,
    en: 'Your agency has {max} requests for a field that are not answered yet. Withdraw one, or wait for an answer.',
    es: 'Su entidad tiene {max} solicitudes de acceso sin responder. Retire una o espere una respuesta.',
  },
  UNKNOWN_ACCESS_REQUEST: {
    status: 404,
    en: 'There is no such request for a field that you may see.',
    es: 'No existe tal solicitud de acceso que usted pueda ver.',
  },
  ACCESS_REQUEST_CLOSED: {
    status: 409,
    en: 'The request is {state}, so this cannot be done. One that is DRAFTED is open again once its draft is withdrawn.',
    es: 'La solicitud está {state}, así que esto no se puede hacer. Una que está DRAFTED vuelve a estar abierta cuando se retira su borrador.',
  },
  UNKNOWN_AGREEMENT: {
    status: 404,
    en: 'There is no such agreement in the rules of {owner}. Name one of them, or write a new one.',
    es: 'No existe tal acuerdo en las reglas de {owner}. Nombre uno de ellos o escriba uno nuevo.',
  },
  NO_BREAK_GLASS: {
    status: 403,
    en: 'There is no agreement of this name that you may open for the stated purpose. Name one as OWNER:ID.',
    es: 'No hay ningún acuerdo con este nombre que usted pueda abrir para la finalidad indicada. Nombre uno como TITULAR:ID.',
  },
  BREAK_GLASS_UNREVIEWED: {
    status: 409,
    en: 'You opened this agreement more than seven days ago and {owner} has not reviewed that yet. Ask {owner} to.',
    es: 'Usted abrió este acuerdo hace más de siete días y {owner} aún no lo ha revisado. Pídale a {owner} que lo haga.',
  },
  BREAK_GLASS_OPEN: {
    status: 409,
    en: 'You have opened this agreement for this purpose already, until {until}.',
    es: 'Usted ya abrió este acuerdo para esta finalidad, hasta {until}.',
  },
  TOO_MANY_OPENINGS: {
    status: 409,
    en: 'There are {max} openings in force, and no more can be. Wait until one ends.',
    es: 'Hay {max} aperturas en vigor y no puede haber más. Espere a que termine una.',
  },
  UNKNOWN_OPENING: {
    status: 404,
    en: 'There is no such opening of an agreement of your party.',
    es: 'No existe tal apertura de un acuerdo de su parte.',
  },
  OPENING_STATE: {
    status: 409,
    en: 'The opening is {state}. One that is OPEN can be ended; one that is TO_REVIEW can be reviewed.',
    es: 'La apertura está {state}. Una que está OPEN se puede cerrar; una que está TO_REVIEW se puede revisar.',
  },
  OWN_REVIEW: {
    status: 403,
    en: 'Nobody reviews what they opened themselves: somebody else of the owner has to.',
    es: 'Nadie revisa lo que abrió: debe hacerlo otra persona del titular.',
  },
  ...RIGHTS_ERRORS,
  CASE_REFERENCE_REQUIRED: {
    status: 400,
    en: 'This purpose needs the reference of the case that it serves, in the header x-case-reference.',
    es: 'Esta finalidad necesita la referencia del caso al que sirve, en el encabezado x-case-reference.',
  },
  BAD_REQUEST: {
    status: 400,
    en: 'Send one JSON object {"query": ..., "variables": ..., "operationName": ...} with content-type application/json.',
    es: 'Envíe un objeto JSON {"query": ..., "variables": ..., "operationName": ...} con content-type application/json.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    en: 'The request body is larger than {max} bytes.',
    es: 'El cuerpo de la consulta supera {max} bytes.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    en: 'The query is not valid GraphQL: syntax error at line {line}, column {column}.',
    es: 'La consulta no es GraphQL válido: error de sintaxis en la línea {line}, columna {column}.',
  },
  TOO_MANY_TOKENS: {
    status: 400,
    en: 'The query has more than {max} tokens. Ask in parts.',
    es: 'La consulta tiene más de {max} símbolos. Pregunte por partes.',
  },
  TOO_DEEP: {
    status: 400,
    en: 'The query is nested deeper than {max} levels.',
    es: 'La consulta está anidada a más de {max} niveles.',
  },
  TOO_MANY_FIELDS: {
    status: 400,
    en: 'The query selects more than {max} fields after its fragments are expanded. Ask in parts.',
    es: 'La consulta selecciona más de {max} campos una vez expandidos los fragmentos. Pregunte por partes.',
  },
  TOO_COSTLY: {
    status: 400,
    en: 'The query may return {cost} objects and {max} is the limit. Ask for smaller pages.',
    es: 'La consulta puede devolver {cost} objetos y el límite es {max}. Pida páginas más pequeñas.',
  },
  UNKNOWN_OPERATION: {
    status: 400,
    en: 'Name one operation of the document in operationName.',
    es: 'Indique en operationName una operación del documento.',
  },
  UNSUPPORTED_OPERATION: {
    status: 400,
    en: 'Subscriptions, @defer and @stream are not offered: rules are decided for a whole answer.',
    es: 'No se ofrecen suscripciones, @defer ni @stream: las reglas se deciden para una respuesta completa.',
  },
  UNKNOWN_FIELD: {
    status: 400,
    en: 'The query asks for `{name}`, which does not exist, at line {line}, column {column}.',
    es: 'La consulta pide `{name}`, que no existe, en la línea {line}, columna {column}.',
  },
  INVALID_QUERY: {
    status: 400,
    en: 'The query breaks the GraphQL rule {rule} at line {line}, column {column}.',
    es: 'La consulta incumple la regla {rule} de GraphQL en la línea {line}, columna {column}.',
  },
  BAD_VARIABLES: {
    status: 400,
    en: 'The variable `{name}` is missing or does not fit its type.',
    es: 'La variable `{name}` falta o no corresponde a su tipo.',
  },
  BAD_PAGE: {
    status: 400,
    en: 'A page has 1 to {max} rows.',
    es: 'Una página tiene de 1 a {max} filas.',
  },
  BAD_CURSOR: {
    status: 400,
    en: 'The cursor was not given out for this list, requester and purpose. Start again from the first page.',
    es: 'El cursor no corresponde a esta lista, solicitante y finalidad. Comience por la primera página.',
  },
  BAD_INPUT: {
    status: 400,
    en: 'The input is not valid: {what}.',
    es: 'Los datos no son válidos: {what}.',
  },
  VERSION_CONFLICT: {
    status: 409,
    en: 'The record changed since it was read. Read it again and decide again.',
    es: 'El registro cambió desde que se leyó. Léalo de nuevo y vuelva a decidir.',
  },
  INPUT_WITHHELD: {
    status: 403,
    en: 'The query filters or sorts by {coordinate}, which is not shared with you for every record at the level needed. Leave that input out.',
    es: 'La consulta filtra u ordena por {coordinate}, que no se comparte con usted en todos los registros al nivel necesario. Omita ese dato.',
  },
  MUTATION_WITHHELD: {
    status: 403,
    en: 'You may not run {coordinate}; nothing of the operation was done. Ask {contact}.',
    es: 'No puede ejecutar {coordinate}; no se hizo nada de la operación. Consulte a {contact}.',
  },
  WITHHELD: {
    status: 403,
    en: '{coordinate} is withheld: {reason}',
    es: '{coordinate} está retenido: {reason}',
  },
  RULE_SET_CHANGED: {
    status: 409,
    en: 'The rules changed while the request was decided. Ask again.',
    es: 'Las reglas cambiaron mientras se decidía la consulta. Pregunte de nuevo.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 502,
    en: 'The data of {subgraph} could not be had just now; the rest of the answer stands.',
    es: 'Los datos de {subgraph} no están disponibles en este momento; el resto de la respuesta es válido.',
  },
  SUBGRAPH_INVALID: {
    status: 502,
    en: '{subgraph} answered something that its schema does not allow; its part of the answer was dropped.',
    es: '{subgraph} respondió algo que su esquema no permite; su parte de la respuesta se descartó.',
  },
  REPLY_TOO_LARGE: {
    status: 400,
    en: 'The answer would be larger than {max} bytes. Ask for smaller pages or fewer fields.',
    es: 'La respuesta superaría {max} bytes. Pida páginas más pequeñas o menos campos.',
  },
  NOT_FOUND: {
    status: 404,
    en: 'There is nothing here. GraphQL is at POST /graphql, the console at /graphiql.',
    es: 'Aquí no hay nada. GraphQL está en POST /graphql, la consola en /graphiql.',
  },
  ...EVIDENCE_ERRORS,
  INTERNAL: {
    status: 500,
    en: 'Something went wrong on our side. Quote the request id {requestId}.',
    es: 'Algo falló de nuestro lado. Indique el número de consulta {requestId}.',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ERRORS;
/** What fills the `{name}` slots of a text. Names and limits only, never a record's value. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The text of an error in one language, its slots filled. */
export function errorMessage(code: ErrorCode, language: Language, details: ErrorDetails = {}): string {
  return ERRORS[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** A refusal in the catalogue's terms. The message is English; whoever answers puts it in the reader's language. */
export class RequestError extends GraphQLError {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(errorMessage(code, 'en', details), { extensions: { code, details } });
    this.status = ERRORS[code].status;
  }
}

/** Makes a refusal in the catalogue's terms. */
export const requestError = (code: ErrorCode, details?: ErrorDetails) => new RequestError(code, details);
