/** The errors of the catalogue (`schema/errors.ts`) that are about a question: its form, its limits, and what of it is withheld. */
export const QUESTION_ERRORS = {
  UNKNOWN_SAVED_QUESTION: {
    status: 404,
    en: 'There is no saved question {number}. GET /questions lists those that there are.',
    es: 'No existe la pregunta guardada {number}. GET /questions lista las que existen.',
  },
  BAD_QUESTION_ADDRESS: {
    status: 400,
    en: 'A saved question is had from /questions/07.csv or /questions/07.json, with lang=en or lang=es, and bom=true for a byte order mark.',
    es: 'Una pregunta guardada se obtiene de /questions/07.csv o /questions/07.json, con lang=en o lang=es, y bom=true para una marca de orden de bytes.',
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
  TOO_COMPLEX: {
    status: 400,
    en: 'The query takes longer than {seconds} seconds to plan. Ask in parts.',
    es: 'La consulta tarda más de {seconds} segundos en planificarse. Pregunte por partes.',
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
} as const;
