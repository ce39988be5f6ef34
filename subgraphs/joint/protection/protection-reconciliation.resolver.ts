import type { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { ReconciledFlow } from '@pasarela/serve/reconciliation/reconciled-flow';
import { Query, Resolver } from 'type-graphql';
import { DeathOrMissingMeasure } from './death-or-missing';
import { deathOrMissingCounts } from './death-or-missing-facts';
import { ProtectionReconciliation, REASONS, sideBySide } from './protection-reconciliation';
import { OTHER_PERIODS, SNM, UNICEF } from './unaccompanied-children-facts';

/** The one year of which two parties publish figures about the same people. */
const YEAR = '2024';

/** Sets side by side what two parties publish about the same people. */
@Resolver(() => ProtectionReconciliation)
export class ProtectionReconciliationResolver {
  @Query(() => [ProtectionReconciliation], {
    nullable: true,
    description:
      'What two parties publish about the same people in 2024: the dead (and missing), and unaccompanied and separated children. Side by side, without a difference.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  protectionReconciliations(): ProtectionReconciliation[] {
    return [
      { flow: ReconciledFlow.DEATHS_IN_THE_DARIEN, ...deaths(), knownReasons: REASONS.DEATHS },
      { flow: ReconciledFlow.UNACCOMPANIED_AND_SEPARATED_CHILDREN, ...children(), knownReasons: REASONS.CHILDREN },
    ].flatMap(({ first, second, ...rest }) => (first && second ? [sideBySide(YEAR, { first, second, ...rest })] : []));
  }
}

/** The counts of two parties, as far as they are held. */
type Pair = { readonly first: Count | undefined; readonly second: Count | undefined };

function deaths(): Pair {
  const ofYear = (wanted: DeathOrMissingMeasure) =>
    deathOrMissingCounts().find(({ period, measure }) => period === YEAR && measure === wanted)?.count;
  return { first: ofYear(DeathOrMissingMeasure.DEAD_OR_MISSING), second: ofYear(DeathOrMissingMeasure.DEATHS) };
}

function children(): Pair {
  const ofParty = ({ countingParty }: { readonly countingParty: string }) =>
    OTHER_PERIODS.find(({ period, count }) => period.startsWith(YEAR) && count.countingParty === countingParty)?.count;
  return { first: ofParty(UNICEF), second: ofParty(SNM) };
}
