import type { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Comparability } from '@pasarela/serve/reconciliation/comparability';
import { type KnownReason, knownReason, ReconciliationReason } from '@pasarela/serve/reconciliation/known-reason';
import { ReconciledFlow } from '@pasarela/serve/reconciliation/reconciled-flow';
import { Reconciliation } from '@pasarela/serve/reconciliation/reconciliation';
import { signedDifference } from '@pasarela/serve/reconciliation/signed-difference';
import { Field, ObjectType } from 'type-graphql';
import type { ReturnTotalRow } from './return-total.model';
import { countOfTotal, publisherOf } from './return-total-node';
import { conflictsIn, pairsOf } from './total-conflicts';

/** Two publishers' totals of the very same returns as of one month. */
@ObjectType({
  description:
    "Two publishers' totals of persons whom Panama returned, of the very same measure as of one month, side by side. Three publishers make three of them; none is averaged.",
  implements: Reconciliation,
})
@Owner('PAN')
export class ReturnReconciliation extends Reconciliation {
  @Field(() => String, { nullable: true, description: 'Who printed the first, by the host of the source: menafn.com.' })
  @Sensitivity('PUBLIC')
  firstPublisher!: string;

  @Field(() => String, { nullable: true, description: 'Who printed the second, by the host of the source.' })
  @Sensitivity('PUBLIC')
  secondPublisher!: string;
}

const NOT_STATED = knownReason(ReconciliationReason.NOT_STATED, {
  en: 'No source says from when it counts, or whether it takes in commercial flights and flights that Panama paid for.',
  es: 'Ninguna fuente dice desde cuándo cuenta, ni si incluye los vuelos comerciales y los que pagó Panamá.',
});
const DATE_DIFFERS = knownReason(ReconciliationReason.DATE_DIFFERS, {
  en: 'The two figures are of the same month and not dated alike: one may be of a later day than the other.',
  es: 'Las dos cifras son del mismo mes y no llevan la misma fecha: una puede ser de un día posterior al de la otra.',
});

/** Every two totals of publishers that print another figure of persons as of the same month. */
export const returnReconciliations = (totals: readonly ReturnTotalRow[]): ReturnReconciliation[] =>
  conflictsIn(totals)
    .filter(({ kind }) => kind === 'SAME_MONTH')
    .flatMap(({ rows }) => pairsOf(rows))
    .map(([first, second]) => reconciliationOf(first, second));

function reconciliationOf(firstRow: ReturnTotalRow, secondRow: ReturnTotalRow): ReturnReconciliation {
  const [first, second] = [countOfTotal(firstRow), countOfTotal(secondRow)];
  const comparability = Comparability.SAME_MEASURE;
  return Object.assign(new ReturnReconciliation(), {
    flow: ReconciledFlow.RETURNS_FROM_PANAMA,
    period: firstRow.asOf.slice(0, 7),
    comparability,
    first,
    revisionsOfFirst: [first],
    second,
    revisionsOfSecond: [second],
    firstPublisher: publisherOf(firstRow),
    secondPublisher: publisherOf(secondRow),
    difference: signedDifference({ first, second, comparability }),
    knownReasons: reasonsBetween(first, second),
  });
}

const reasonsBetween = (first: Count, second: Count): KnownReason[] => [
  NOT_STATED,
  ...(first.asOf === second.asOf ? [] : [DATE_DIFFERS]),
];
