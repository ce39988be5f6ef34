/** The part of the catalogue of errors that the gateway and every subgraph answer with: HTTP, pages, input, what fails on the way. */
export const ANSWER_ERRORS = {
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
  RULE_SET_CHANGED: {
    status: 409,
    en: 'The rules changed while the request was decided. Ask again.',
    es: 'Las reglas cambiaron mientras se decidía la consulta. Pregunte de nuevo.',
  },
  PLANNING_UNAVAILABLE: {
    status: 503,
    en: 'A question that was not asked before cannot be planned just now; nothing was fetched. Ask again shortly.',
    es: 'En este momento no se puede planificar una pregunta que no se hizo antes; no se obtuvo nada. Pregunte de nuevo en breve.',
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
  INTERNAL: {
    status: 500,
    en: 'Something went wrong on our side. Quote the request id {requestId}.',
    es: 'Algo falló de nuestro lado. Indique el número de consulta {requestId}.',
  },
} as const;
