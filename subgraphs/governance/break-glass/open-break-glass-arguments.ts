import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { ArgsType } from 'type-graphql';
import { REASON_DESCRIPTION } from '../access-requests/check-reason';
import { GovernanceInput } from '../governance-field';
import type { OpenBreakGlassInput } from './open-break-glass';

/** What somebody opens, for which case, and why. */
@ArgsType()
export class OpenBreakGlassArguments implements OpenBreakGlassInput {
  @GovernanceInput(() => String, 'BreakGlassOpening.agreement', {
    description: "The agreement, as OWNER:ID; the owner's rules say who may open it, for which purpose and how long.",
  })
  agreement!: string;

  @GovernanceInput(() => String, 'BreakGlassOpening.caseReference', {
    description: 'The case that it serves: 3 to 64 letters, digits and _ . / -',
  })
  caseReference!: string;

  @GovernanceInput(() => String, 'BreakGlassOpening.reason', { description: `Why. ${REASON_DESCRIPTION}` })
  reason!: string;

  @GovernanceInput(() => String, 'BreakGlassOpening.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
