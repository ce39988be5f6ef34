import { Count } from '@pasarela/serve/domain/count';
import { Key, Owner, Sensitivity, Shareable } from '@pasarela/serve/domain/labels';
import { ReconciledFlow } from '@pasarela/serve/reconciliation/reconciled-flow';
import { Reconciliation } from '@pasarela/serve/reconciliation/reconciliation';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { PanamaCount } from './mirror-difference';

/** Colombia's count of a period beside Panama's; here Colombia answers its own, and Panama's is Panama's to answer. */
@ObjectType({
  description:
    "Colombia's count of the flow north through the Darién in one period beside Panama's: the first is Colombia's (of the widest scope held), the second Panama's. Each state answers its own.",
  implements: Reconciliation,
})
@Key('period')
@Owner('COL')
export class DarienReconciliation extends Reconciliation {
  @Field(() => ReconciledFlow, { description: 'What both count: DARIEN_CROSSINGS.' })
  @Owner('ANY')
  @Sensitivity('PUBLIC')
  @Shareable()
  override flow!: ReconciledFlow;

  @Field(() => ID, { description: '2023, 2023-08 or 2024-01..2024-07.' })
  @Owner('ANY')
  @Sensitivity('PUBLIC')
  override period!: string;

  @Field(() => Count, { nullable: true, description: "Panama's registered entries: Panama's to answer." })
  @Directive('@external')
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  override second!: Count | null;

  @Field(() => [Count], { nullable: true, description: "Panama's figures in their revisions: Panama's to answer." })
  @Directive('@external')
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  override revisionsOfSecond!: Count[] | null;
}

/** The reconciliation of a period. @param second as much of Panama's count as arrived; null when none did. */
export const darienReconciliation = (period: string, second: PanamaCount | null = null): DarienReconciliation =>
  Object.assign(new DarienReconciliation(), { flow: ReconciledFlow.DARIEN_CROSSINGS, period, second });
