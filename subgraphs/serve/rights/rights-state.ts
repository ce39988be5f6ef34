import { registerEnumType } from 'type-graphql';

/** Where a case of a data subject stands. */
export enum RightsState {
  OPEN = 'OPEN',
  EXTENDED = 'EXTENDED',
  ANSWERED = 'ANSWERED',
  REFUSED = 'REFUSED',
}
registerEnumType(RightsState, {
  name: 'RightsState',
  description: 'Where a case of a data subject stands. One that is EXTENDED is open still.',
});

/** What was done to a record. */
export enum CorrectionKind {
  CORRECTED = 'CORRECTED',
  ERASED = 'ERASED',
}
registerEnumType(CorrectionKind, {
  name: 'CorrectionKind',
  description: 'What was done to a record. ERASED: it is erased in the next weekly batch.',
});

/** What was done in a step of a case. */
export enum RightsDeed {
  OPENED = 'OPENED',
  CONFIRMED = 'CONFIRMED',
  EXTENDED = 'EXTENDED',
  ANSWERED = 'ANSWERED',
  REFUSED = 'REFUSED',
  RECORDED_CORRECTION = 'RECORDED_CORRECTION',
  RECORDED_ERASURE = 'RECORDED_ERASURE',
}
registerEnumType(RightsDeed, { name: 'RightsDeed', description: 'What was done in a step of a case.' });
