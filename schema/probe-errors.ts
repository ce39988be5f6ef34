/** The part of the catalogue of errors that identity checks answer with. None tells whether anybody would be found. */
export const PROBE_ERRORS = {
  PROBE_CASE_REQUIRED: {
    status: 400,
    en: 'An identity check needs the case that it serves: name it in the header x-case-reference.',
    es: 'Una verificación de identidad necesita el caso al que sirve: indíquelo en la cabecera x-case-reference.',
  },
  PROBE_REPEATED: {
    status: 429,
    en: 'Your party asked for this target in this case already. It may ask once in {days} days, whoever asks and whatever came of it.',
    es: 'Su parte ya consultó este objetivo en este caso. Puede hacerlo una vez cada {days} días, quienquiera que pregunte y cualquiera que fuera el resultado.',
  },
  PROBE_CASE_SPENT: {
    status: 429,
    en: 'This case had its {max} identity checks of {days} days.',
    es: 'Este caso ya agotó sus {max} verificaciones de identidad en {days} días.',
  },
  PROBE_YEAR_SPENT: {
    status: 429,
    en: 'Your party had its {max} identity checks of this year.',
    es: 'Su parte ya agotó sus {max} verificaciones de identidad de este año.',
  },
  UNKNOWN_HIT: {
    status: 404,
    en: 'No such hit waits for your party.',
    es: 'Ninguna coincidencia con ese identificador espera a su parte.',
  },
  NOT_TO_BE_FOUND: {
    status: 409,
    en: 'By these details the partner may not find this person: a child, a victim, somebody who claimed protection, or who is from its country. Decline, which the partner is not told.',
    es: 'Según estos detalles, el socio no puede encontrar a esta persona: menor, víctima, solicitante de protección o proveniente de su país. Decline, lo que no se informa al socio.',
  },
  OWN_PROBE: {
    status: 403,
    en: 'Nobody approves a hit of a check that they made: a second person of the party has to.',
    es: 'Nadie aprueba una coincidencia de una verificación que hizo: debe hacerlo una segunda persona de la parte.',
  },
} as const;
