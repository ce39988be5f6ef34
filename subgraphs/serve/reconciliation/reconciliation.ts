import { Field, ID, InterfaceType } from 'type-graphql';
import { Count } from '../domain/count';
import { ComputedFrom, Owner, Sensitivity } from '../domain/labels';
import { Comparability } from './comparability';
import { KnownReason } from './known-reason';
import { ReconciledFlow } from './reconciled-flow';
import { SignedDifference } from './signed-difference';

/**
 * Two parties' counts of one flow, whoever they are. INVARIANT: in each type of it the difference is computed from
 * `first` and `second` and says so, and revisions follow their count: a rule on a count is a rule on what tells it.
 */
@InterfaceType({
  description:
    "Two parties' counts of one flow, side by side: whose each is, by which definition, in which unit, as of when, with its revisions; their signed difference, and why they differ. Never a sum, and neither corrects the other.",
  autoRegisterImplementations: false,
})
@Owner('ALL')
export abstract class Reconciliation {
  @Field(() => ReconciledFlow, { description: 'What both count.' })
  @Sensitivity('PUBLIC')
  flow!: ReconciledFlow;

  @Field(() => ID, {
    description: 'The time that is compared: 2023, 2023-08, 2024-01..2024-07. What each count covers it says itself.',
  })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => Comparability, { nullable: true, description: 'How far the two may be compared.' })
  @Sensitivity('PUBLIC')
  comparability!: Comparability | null;

  @Field(() => Count, { nullable: true, description: "The first party's count, as it stands now." })
  @Sensitivity('PUBLIC')
  first!: Count | null;

  @Field(() => [Count], {
    nullable: true,
    description:
      'Every published figure behind the first count that is held, in each of its revisions, in the order of publication.',
  })
  @ComputedFrom('first')
  @Sensitivity('PUBLIC')
  revisionsOfFirst!: Count[] | null;

  @Field(() => Count, { nullable: true, description: "The second party's count, as it stands now." })
  @Sensitivity('PUBLIC')
  second!: Count | null;

  @Field(() => [Count], {
    nullable: true,
    description:
      'Every published figure behind the second count that is held, in each of its revisions, in the order of publication.',
  })
  @ComputedFrom('second')
  @Sensitivity('PUBLIC')
  revisionsOfSecond!: Count[] | null;

  @Field(() => SignedDifference, {
    nullable: true,
    description: 'The first count minus the second. Withheld from whoever may not see both.',
  })
  @ComputedFrom('first second')
  @Sensitivity('PUBLIC')
  difference!: SignedDifference | null;

  @Field(() => [KnownReason], { nullable: true, description: 'Why the two differ, as far as it is known.' })
  @Sensitivity('PUBLIC')
  knownReasons!: KnownReason[] | null;
}
