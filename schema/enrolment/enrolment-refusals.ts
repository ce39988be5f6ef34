/** The errors of the catalogue (`schema/errors.ts`) that are about a party that joins. */
export const ENROLMENT_ERRORS = {
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
} as const;
