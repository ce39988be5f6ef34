import { type KnownReason, knownReason, ReconciliationReason } from '@pasarela/serve/reconciliation/known-reason';
import type { DepartureFigure } from './departure-figure';
import { SCOPE } from './departure-series';

const ALWAYS = [
  knownReason(ReconciliationReason.UNIT_DIFFERS, {
    en: 'Different units: Colombia counts detections, Panama counts registered entries.',
    es: 'Unidades distintas: Colombia cuenta detecciones; Panamá cuenta ingresos registrados.',
  }),
  knownReason(ReconciliationReason.DEFINITION_DIFFERS, {
    en: 'Different definitions: Colombia counts people in transit through Urabá, Panama those whose entry through the Darién it registers.',
    es: 'Definiciones distintas: Colombia cuenta personas en tránsito por Urabá; Panamá, aquellas cuyo ingreso por el Darién registra.',
  }),
  knownReason(ReconciliationReason.DATE_DIFFERS, {
    en: 'Different dates: a person detected in Colombia is registered in Panama days later, or not at all.',
    es: 'Fechas distintas: una persona detectada en Colombia se registra en Panamá días después, o no se registra.',
  }),
  knownReason(ReconciliationReason.REVISED_AT_OTHER_TIMES, {
    en: 'Both sides revise their figures, at different times.',
    es: 'Ambos lados revisan sus cifras, en momentos distintos.',
  }),
];
const NARROWER = knownReason(ReconciliationReason.PLACES_DIFFER, {
  en: 'The Colombian figure covers Necoclí and Turbo only; other departures are not in it.',
  es: 'La cifra colombiana cubre solo Necoclí y Turbo; las demás salidas no están en ella.',
});
const SUM_OF_MONTHS = knownReason(ReconciliationReason.DERIVED_FROM_PARTS, {
  en: "Panama's count of several months is the sum of its own months; no source prints it as one figure.",
  es: 'El conteo de Panamá de varios meses es la suma de sus propios meses; ninguna fuente lo publica como una sola cifra.',
});

/** Why a Colombian figure and Panama's count of its period differ: of what each counts, never of Panama's value. */
export function reasonsBetween(colombia: DepartureFigure | undefined): KnownReason[] {
  if (!colombia) return [];
  return [
    ...ALWAYS,
    ...(colombia.mirrorPeriod?.includes('..') ? [SUM_OF_MONTHS] : []),
    ...(colombia.scope === SCOPE.NECOCLI_TURBO ? [NARROWER] : []),
  ];
}
