import type { LocalizedText } from '@pasarela/schema/localized-text';

/** What somebody has to do about an item, in the order of its kinds. */
export const WHAT_TO_DO = {
  APPROVE: {
    en: 'Look at what the change would do, and approve it as it is or have it withdrawn.',
    es: 'Vea qué haría el cambio y apruébelo tal como está o haga que se retire.',
  },
  SEE_APPROVAL: {
    en: 'A second administrator of the owner has to approve this change; you may look at what it would do.',
    es: 'Un segundo administrador del titular debe aprobar este cambio; usted puede ver qué haría.',
  },
  EXTEND_OR_LET_LAPSE: {
    en: 'Publish rules with a later end if you want to go on sharing; else nothing is to be done, and it ends.',
    es: 'Publique reglas con un fin posterior si quiere seguir compartiendo; si no, no hay que hacer nada y termina.',
  },
  ASK_OWNER_TO_EXTEND: {
    en: "Ask the agreement's owner to extend it if you go on needing what it shows; delete in time what you received.",
    es: 'Pida al titular que prorrogue el acuerdo si sigue necesitando lo que muestra; borre a tiempo lo recibido.',
  },
  ANSWER_REQUEST: {
    en: 'Decline the request with a reason, or draft the grant for it.',
    es: 'Rechace la solicitud con un motivo o redacte la concesión.',
  },
  FINISH_DRAFT: {
    en: 'A change that grants the request is written: approve and publish it, or withdraw it.',
    es: 'Ya está escrito un cambio que concede la solicitud: apruébelo y publíquelo, o retírelo.',
  },
  SEE_REQUEST: {
    en: 'An administrator of the owner has to answer this request; you may look at it.',
    es: 'Un administrador del titular debe responder a esta solicitud; usted puede verla.',
  },
  USE_GRANT: {
    en: 'Your request was granted: nothing is to be done.',
    es: 'Su solicitud fue concedida: no hay que hacer nada.',
  },
  WATCH_OPENING: {
    en: 'Somebody opened this agreement in an emergency. End the opening at once if it should not be; you review it afterwards.',
    es: 'Alguien abrió este acuerdo por urgencia. Ciérrelo de inmediato si no debe estar abierto; después lo revisa.',
  },
  REVIEW_OPENING: {
    en: 'Look at what was asked under this opening, and record a finding. Until you do, the person cannot open it again for long.',
    es: 'Vea qué se consultó con esta apertura y registre una conclusión. Sin ella, la persona pronto no podrá abrirlo de nuevo.',
  },
  READ_REASON: {
    en: 'Your request was declined: read why, and ask again with other reasons if need be.',
    es: 'Su solicitud fue rechazada: lea el motivo y vuelva a pedirlo con otras razones si hace falta.',
  },
} as const satisfies Record<string, LocalizedText>;

/** What is to be done, as the fields of an item. */
export const whatToDo = (name: keyof typeof WHAT_TO_DO) => ({
  whatToDoEn: WHAT_TO_DO[name].en,
  whatToDoEs: WHAT_TO_DO[name].es,
});
