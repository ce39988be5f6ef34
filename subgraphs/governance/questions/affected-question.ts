import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType, registerEnumType } from 'type-graphql';
import { GovernanceField } from '../governance-field';
import { QuestionCount, SavedQuestion } from './saved-question';

/** What a change does to a field of a question. */
export enum QuestionMove {
  GOES_BLANK = 'GOES_BLANK',
  APPEARS = 'APPEARS',
  LOWERS = 'LOWERS',
  RISES = 'RISES',
  DIFFERS = 'DIFFERS',
}
registerEnumType(QuestionMove, {
  name: 'QuestionMove',
  description:
    'What a change does to a field of a question. DIFFERS: neither is certainly more, where only a condition changes for instance.',
});

/** What of a question changes, and for whom. */
@ObjectType({
  description:
    'What of a question changes, and for whom: each agency with each role. What stands below a field that goes blank or appears goes with it.',
})
@Owner('ALL')
export class QuestionChange {
  @GovernanceField(() => String, 'Where in the answer, lists as @; empty for the whole question.')
  path!: string;

  @GovernanceField(() => String, 'The field, or rows of a type; empty for the whole question.')
  coordinate!: string;

  @GovernanceField(() => [String], 'For requesters of these agencies')
  agencies!: readonly string[];

  @GovernanceField(() => [String], 'with one of these roles:')
  roles!: readonly string[];

  @GovernanceField(() => String, 'their level before')
  before!: string;

  @GovernanceField(() => String, 'and after.')
  after!: string;

  @GovernanceField(() => QuestionMove, 'What that means for them.')
  change!: QuestionMove;
}

/** A question of one's own party that changes. */
@ObjectType({ description: 'A question of your own party that would be answered otherwise.' })
@Owner('ALL')
export class AffectedQuestion {
  @GovernanceField(() => SavedQuestion, 'The question.')
  question!: SavedQuestion;

  @GovernanceField(() => [QuestionChange], 'What changes.')
  changes!: readonly QuestionChange[];
}

/** Which questions a change reaches. */
@ObjectType({ description: 'Which saved questions a change of rules reaches.' })
@Owner('ALL')
export class AffectedQuestions {
  @GovernanceField(() => [AffectedQuestion], "Your own party's questions that change, by their ids.")
  own!: readonly AffectedQuestion[];

  @GovernanceField(() => [QuestionCount], 'How many questions of each other party change; never which.')
  others!: readonly QuestionCount[];
}
