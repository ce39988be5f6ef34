import { Owner } from '@pasarela/serve/domain/labels';
import { Int, ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** Something for which rules are not accepted. */
@ObjectType({ description: 'Something for which rules are not accepted.' })
@Owner('ALL')
export class RuleProblem {
  @GovernanceField(() => String, 'The text; blank where it is about all of them together.')
  file!: string | null;

  @GovernanceField(() => Int, 'The line in it; blank where it is about the whole text.')
  line!: number | null;

  @GovernanceField(() => String, 'What is wrong.')
  message!: string;

  @GovernanceField(() => String, 'What could have been meant: the known name that is written most like it.')
  suggestion!: string | null;
}
