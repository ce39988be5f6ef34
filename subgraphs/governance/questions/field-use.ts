import { Owner } from '@pasarela/serve/domain/labels';
import { Int, ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';
import { RuleDeprecation } from '../in-force/rule-deprecation';
import { QuestionCount, SavedQuestion } from './saved-question';

/** Who would miss a field. */
@ObjectType({ description: 'Which saved questions use a field, whether it is shown to those who ask them or not.' })
@Owner('ALL')
export class FieldUse {
  @GovernanceField(() => String, 'The field, Type.field.')
  coordinate!: string;

  @GovernanceField(() => String, 'Whose it is.')
  owner!: string;

  @GovernanceField(() => RuleDeprecation, 'That it is about to go, where its owner says so.')
  deprecation!: RuleDeprecation | null;

  @GovernanceField(() => [SavedQuestion], "Your own party's questions that use it, by their ids.")
  questions!: readonly SavedQuestion[];

  @GovernanceField(() => [QuestionCount], 'How many questions of each other party use it; never which.')
  others!: readonly QuestionCount[];

  @GovernanceField(() => Int, 'How many parties besides its owner have a question that uses it.')
  partners!: number;
}
