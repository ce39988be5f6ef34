import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { ArgsType } from 'type-graphql';
import { GovernanceInput } from '../governance-field';
import { REASON_DESCRIPTION } from './check-reason';
import type { RequestAccessInput } from './request-access';

/** What somebody asks for. */
@ArgsType()
export class RequestAccessArguments implements RequestAccessInput {
  @GovernanceInput(() => String, 'AccessRequest.coordinate', { description: 'The field, as a notice names it.' })
  coordinate!: string;

  @GovernanceInput(() => String, 'AccessRequest.purpose', { description: 'For which of the purposes that you hold.' })
  purpose!: string;

  @GovernanceInput(() => String, 'AccessRequest.level', {
    description: "At which level of the field's chain; `full` names the top of each.",
  })
  level!: string;

  @GovernanceInput(() => String, 'AccessRequest.reason', { description: `Why. ${REASON_DESCRIPTION}` })
  reason!: string;

  @GovernanceInput(() => String, 'AccessRequest.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
