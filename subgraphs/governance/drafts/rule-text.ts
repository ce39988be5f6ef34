import { Owner } from '@pasarela/serve/domain/labels';
import { InputType, ObjectType } from 'type-graphql';
import { GovernanceField, GovernanceInput } from '../governance-field';

const NAME = 'Where it stands: agreements/border-management.pan.yaml';

/** One text of an owner's rules. */
@ObjectType({ description: "One text of an owner's rules, in YAML." })
@Owner('ALL')
export class RuleText {
  @GovernanceField(() => String, NAME)
  name!: string;

  @GovernanceField(() => String, 'The text, byte for byte as its owner wrote it.')
  text!: string;
}

/** One text of an owner's rules, as it is written. */
@InputType({ description: "One text of an owner's rules, in YAML." })
export class RuleTextInput {
  @GovernanceInput(() => String, 'RuleText.name', { description: NAME })
  name!: string;

  @GovernanceInput(() => String, 'RuleText.text', { description: 'The text.' })
  text!: string;
}
