import type { LocalizedText } from '@pasarela/schema/localized-text';
import { HitSide, HitState } from './identity-hit';

const APPROVE: Readonly<Record<HitSide, LocalizedText>> = {
  [HitSide.ASKING]: {
    en: 'Approve if the case needs details of this hit; else decline. Who made the check does not approve it.',
    es: 'Apruebe si el caso necesita detalles de esta coincidencia; si no, decline. Quien hizo la verificación no la aprueba.',
  },
  [HitSide.ASKED]: {
    en: 'Look up the person by your reference. Give what the case needs if your law allows it and the person is no child, victim or claimant; else decline, which the partner is not told.',
    es: 'Busque a la persona por su referencia. Entregue lo que el caso necesita si su ley lo permite y no se trata de un menor, una víctima ni un solicitante; si no, decline, lo que no se informa al socio.',
  },
};
const WAIT: LocalizedText = {
  en: "Nothing: it is the partner's turn. It may not answer.",
  es: 'Nada: le corresponde al socio. Puede que no responda.',
};
const APPROVED: Readonly<Record<HitSide, LocalizedText>> = {
  [HitSide.ASKING]: {
    en: 'Both approved: who made the check may ask for the fields that the case needs.',
    es: 'Ambas partes aprobaron: quien hizo la verificación puede pedir los campos que el caso necesita.',
  },
  [HitSide.ASKED]: {
    en: 'Both approved: nothing is to be done. Decline to take it back.',
    es: 'Ambas partes aprobaron: no hay que hacer nada. Decline para retirarlo.',
  },
};

/** What a party has to do about a hit. */
export function whatToDo(side: HitSide, state: HitState): LocalizedText {
  if (state === HitState.WAITS_FOR_PARTNER) return WAIT;
  return (state === HitState.APPROVED ? APPROVED : APPROVE)[side];
}
