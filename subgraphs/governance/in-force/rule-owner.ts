import { Owner } from '@pasarela/serve/domain/labels';
import { Int, ObjectType } from 'type-graphql';
import { RuleText } from '../drafts/rule-text';
import { GovernanceField } from '../governance-field';

/** An owner of rules, and its rules in force. */
@ObjectType({ description: 'An owner of rules, and its newest part: what it grants and restricts, as it signed it.' })
@Owner('ALL')
export class RuleOwner {
  @GovernanceField(() => String, "The party's code, or ALL for what all parties hold and set together.")
  code!: string;

  @GovernanceField(() => String, 'The name in English.')
  nameEn!: string | null;

  @GovernanceField(() => String, 'The name in Spanish.')
  nameEs!: string | null;

  @GovernanceField(() => String, 'Whom to ask about its data.')
  contact!: string | null;

  @GovernanceField(() => [String], 'Its agencies.')
  agencies!: readonly string[];

  @GovernanceField(() => Int, 'The number of its newest part: one more with each publication.')
  number!: number;

  @GovernanceField(() => String, 'When that was issued, an instant in ISO 8601.')
  issuedAt!: string;

  @GovernanceField(() => Int, 'For how many seconds an enforcement point goes on with it when it cannot ask for newer.')
  maxStalenessSeconds!: number;

  @GovernanceField(
    () => String,
    'The newest part as its owner signed it: a JWS in general JSON form, to verify with the root key.',
  )
  signed!: string;

  @GovernanceField(() => [RuleText], 'Its texts.')
  documents!: readonly RuleText[];
}
