/** The part of the catalogue of errors that the office answers with which answers people about their own data. */
export const RIGHTS_ERRORS = {
  UNKNOWN_PERMIT: {
    status: 404,
    en: 'There is no such permit for you: its id was given to another requester, for another purpose or in an earlier quarter. List the permits again.',
    es: 'No existe tal permiso para usted: su id se dio a otro solicitante, para otra finalidad o en un trimestre anterior. Vuelva a listar los permisos.',
  },
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
  RIGHTS_GROUND: {
    status: 400,
    en: 'A request of the kind {kind} cannot be refused for this reason. The schema says for which kinds each reason is.',
    es: 'Una solicitud de la clase {kind} no se puede rechazar por este motivo. El esquema dice para qué clases es cada motivo.',
  },
  RIGHTS_EXTENSION_LATE: {
    status: 409,
    en: 'The term is over: an answer can be put off only before that. Answer the case, and say why it is late.',
    es: 'El plazo venció: una respuesta solo se puede prorrogar antes. Responda el caso y diga por qué se retrasó.',
  },
  UNKNOWN_BATCH: {
    status: 404,
    en: 'Nothing was told to you on this day. Name a batch that you read.',
    es: 'Ese día no se le informó nada. Nombre un lote que haya leído.',
  },
} as const;
