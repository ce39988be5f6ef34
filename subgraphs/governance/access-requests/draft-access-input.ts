import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { ID, InputType } from 'type-graphql';
import { GovernanceInput } from '../governance-field';

const field = (description: string) => GovernanceInput(() => String, 'RuleDraft.documents', { description });

/** A new agreement, in which a request is granted. */
@InputType({ description: 'A new agreement between the owner and the party that asks. Texts in English and Spanish.' })
export class NewAgreementInput {
  @field('Its title.')
  titleEn!: string;

  @field('Its title in Spanish.')
  titleEs!: string;

  @field('On what law the data crosses.')
  legalGroundEn!: string;

  @field('The same in Spanish.')
  legalGroundEs!: string;

  @field('The day from which it holds: 2026-01-31.')
  from!: string;

  @field('The day on which it holds no more.')
  to!: string;

  @field('After how long the recipient deletes, an ISO 8601 duration: P90D.')
  deleteBy!: string;

  @field('To whom the recipient may pass it on.')
  passingOnEn!: string;

  @field('The same in Spanish.')
  passingOnEs!: string;
}

/** How a request is granted. */
@InputType({ description: 'In which agreement of the owner a request is granted.' })
export class DraftAccessInput {
  @GovernanceInput(() => ID, 'AccessRequest.id', { description: 'The request.' })
  id!: string;

  @field("The agreement's id: of one that the owner has, or of a new one.")
  agreement!: string;

  @GovernanceInput(() => NewAgreementInput, 'RuleDraft.documents', {
    description: 'What the new agreement says; left out for one that the owner has.',
    nullable: true,
  })
  newAgreement?: NewAgreementInput | null;

  @GovernanceInput(() => String, 'RuleDraft.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
