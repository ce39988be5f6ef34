/** The part of the catalogue of errors that the governance subgraph answers with: rules, requests for a field, break-glass. */
export const GOVERNANCE_ERRORS = {
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
} as const;
