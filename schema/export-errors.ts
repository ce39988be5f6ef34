/** The part of the catalogue of errors that is about exports of large answers. */
export const EXPORT_ERRORS = {
  BAD_EXPORT: {
    status: 400,
    en: 'Send one JSON object {"question": "NN"}, or {"query": ..., "variables": ..., "operationName": ...}, with content-type application/json.',
    es: 'Envíe un objeto JSON {"question": "NN"}, o {"query": ..., "variables": ..., "operationName": ...}, con content-type application/json.',
  },
  EXPORT_NOT_PAGED: {
    status: 400,
    en: 'An export asks a query page after page. Each list with `edges` must take a cursor variable of its own (`after: $afterCases`) and select `pageInfo { hasNextPage endCursor }`, without directives there and not within another list; beside such lists ask for nothing that has no pages. Ask anything else at POST /graphql.',
    es: 'Una exportación hace una consulta página por página. Cada lista con `edges` debe recibir su propia variable de cursor (`after: $afterCases`) y seleccionar `pageInfo { hasNextPage endCursor }`, sin directivas allí y no dentro de otra lista; junto a tales listas no pida nada que no tenga páginas. Pregunte todo lo demás en POST /graphql.',
  },
  TOO_MANY_EXPORTS: {
    status: 429,
    en: 'There are as many exports as are kept at a time ({max}). Fetch or delete one, or wait until one expires.',
    es: 'Hay tantas exportaciones como se guardan a la vez ({max}). Descargue o elimine una, o espere a que venza.',
  },
  EXPORT_TOO_LARGE: {
    status: 400,
    en: 'The export would be larger than {max} bytes. Ask for fewer fields or a narrower filter.',
    es: 'La exportación superaría {max} bytes. Pida menos campos o un filtro más estrecho.',
  },
  UNKNOWN_EXPORT: {
    status: 404,
    en: 'There is no such export of yours; exports expire, and end when the gateway stops.',
    es: 'No existe tal exportación suya; las exportaciones vencen, y terminan cuando la pasarela se detiene.',
  },
  EXPORT_NOT_DONE: {
    status: 409,
    en: 'The export is {state}. Its data is there once it is DONE.',
    es: 'La exportación está en {state}. Sus datos están disponibles cuando esté en DONE.',
  },
  EXPORT_OUTDATED: {
    status: 409,
    en: 'The rules by which the export was made are not those that hold for you now; it was deleted. Export again.',
    es: 'Las reglas con las que se hizo la exportación no son las que rigen ahora para usted; se eliminó. Exporte de nuevo.',
  },
} as const;
