/** The part of the catalogue of errors that the office answers with which answers people about their own data. */
export const RIGHTS_ERRORS = {
  UNKNOWN_RIGHTS_CASE: {
    status: 404,
    en: 'There is no such case of a data subject among those of your party.',
    es: 'No existe tal caso de un titular de datos entre los de su parte.',
  },
  UNKNOWN_RECORD: {
    status: 404,
    en: 'No record has this id. Give the internal id under which your party keeps the record.',
    es: 'Ningún registro tiene este id. Indique el id interno con el que su parte guarda el registro.',
  },
  RIGHTS_CASE_STATE: {
    status: 409,
    en: 'The case is {state}, so this cannot be done. An open one can be answered, refused or, once and where the law allows, extended.',
    es: 'El caso está {state}, así que esto no se puede hacer. Uno abierto se puede responder, rechazar o, una vez y si la ley lo permite, prorrogar.',
  },
  UNKNOWN_BATCH: {
    status: 404,
    en: 'Nothing was told to you on this day. Name a batch that you read.',
    es: 'Ese día no se le informó nada. Nombre un lote que haya leído.',
  },
} as const;
