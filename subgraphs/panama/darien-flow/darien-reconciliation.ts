import { Key, Owner, Sensitivity, Shareable } from '@pasarela/serve/domain/labels';
import { ReconciledFlow } from '@pasarela/serve/reconciliation/reconciled-flow';
import { Field, ID, ObjectType } from 'type-graphql';

/** Two states' counts of a period side by side; here Panama answers the second, its own. */
@ObjectType({
  description:
    "Colombia's count of the flow north through the Darién in one period beside Panama's: the first is Colombia's (of the widest scope held), the second Panama's. Each state answers its own.",
})
@Key('period')
@Owner('ANY')
export class DarienReconciliation {
  @Field(() => ReconciledFlow, { description: 'What both count: DARIEN_CROSSINGS.' })
  @Sensitivity('PUBLIC')
  @Shareable()
  flow!: ReconciledFlow;

  @Field(() => ID, { description: '2023, 2023-08 or 2024-01..2024-07.' })
  @Sensitivity('PUBLIC')
  period!: string;
}

/** The reconciliation of a period. */
export const darienReconciliation = (period: string): DarienReconciliation =>
  Object.assign(new DarienReconciliation(), { flow: ReconciledFlow.DARIEN_CROSSINGS, period });
