import type { Count } from '@pasarela/serve/domain/count';
import { Owner } from '@pasarela/serve/domain/labels';
import { Comparability } from '@pasarela/serve/reconciliation/comparability';
import { type KnownReason, knownReason, ReconciliationReason } from '@pasarela/serve/reconciliation/known-reason';
import { ReconciledFlow } from '@pasarela/serve/reconciliation/reconciled-flow';
import { Reconciliation } from '@pasarela/serve/reconciliation/reconciliation';
import { signedDifference } from '@pasarela/serve/reconciliation/signed-difference';
import { ObjectType } from 'type-graphql';

/** Two parties' counts that are about the same people and cannot be compared. */
@ObjectType({
  description:
    "Two parties' counts of 2024 about the same people, by definitions and over months that differ: side by side, without a difference. One minus the other would be read as people whom nobody counted.",
  implements: Reconciliation,
})
@Owner('JOINT')
export class ProtectionReconciliation extends Reconciliation {}

const OTHER_MONTHS = knownReason(ReconciliationReason.PERIOD_DIFFERS, {
  en: 'They cover other months of 2024.',
  es: 'Cubren otros meses de 2024.',
});

/** Why two counts of a flow cannot be compared. */
export const REASONS = {
  DEATHS: [
    knownReason(ReconciliationReason.DEFINITION_DIFFERS, {
      en: 'One counts the dead and the missing in one figure, the other deaths alone.',
      es: 'Uno cuenta en una sola cifra a las personas fallecidas y desaparecidas; el otro, solo fallecimientos.',
    }),
    OTHER_MONTHS,
  ],
  CHILDREN: [
    knownReason(ReconciliationReason.DEFINITION_DIFFERS, {
      en: 'UNICEF and SNM define unaccompanied and separated children differently, two groups in one figure each.',
      es: 'UNICEF y el SNM definen de forma distinta a los NNA no acompañados y separados, dos grupos en una sola cifra cada uno.',
    }),
    OTHER_MONTHS,
  ],
} as const satisfies Record<string, readonly KnownReason[]>;

/** Two counts of a flow, and why they cannot be compared. */
export interface CountsSideBySide {
  readonly flow: ReconciledFlow;
  readonly first: Count;
  readonly second: Count;
  readonly knownReasons: readonly KnownReason[];
}

/** Sets two counts of a year side by side, without a difference. */
export function sideBySide(period: string, { flow, first, second, knownReasons }: CountsSideBySide) {
  const comparability = Comparability.NOT_COMPARABLE;
  return Object.assign(new ProtectionReconciliation(), {
    flow,
    period,
    comparability,
    first,
    revisionsOfFirst: [first],
    second,
    revisionsOfSecond: [second],
    difference: signedDifference({ first, second, comparability }),
    knownReasons: [...knownReasons],
  });
}
