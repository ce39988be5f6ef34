import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { Owner } from '@pasarela/serve/domain/labels';
import { ID, InputType, Int, ObjectType } from 'type-graphql';
import { GovernanceField, GovernanceInput } from '../governance-field';
import { Official } from '../official';

const NAME = 'Its name in the party: a to z, digits and hyphens.';
const AGENCY = 'The agency that asks it; blank: every agency of the party.';
const CASE = 'Whether it is asked naming a case.';

/** A question of one's own party. */
@ObjectType({
  description: 'A question that your party asks again and again. Other parties see only how many there are.',
})
@Owner('ALL')
export class SavedQuestion {
  @GovernanceField(() => ID, 'Names the question among those of all parties.')
  id!: string;

  @GovernanceField(() => String, NAME)
  name!: string;

  @GovernanceField(() => String, 'The title in English.')
  titleEn!: string;

  @GovernanceField(() => String, 'The title in Spanish.')
  titleEs!: string;

  @GovernanceField(() => String, 'The query.')
  query!: string;

  @GovernanceField(() => String, 'The values of its variables, as JSON.')
  variables!: string;

  @GovernanceField(() => String, 'For which purpose it is asked.')
  purpose!: string;

  @GovernanceField(() => String, AGENCY)
  agency!: string | null;

  @GovernanceField(() => [String], 'Whoever has one of these roles asks it.')
  roles!: readonly string[];

  @GovernanceField(() => Boolean, CASE)
  caseGiven!: boolean;

  @GovernanceField(() => Official, 'Who saved it.')
  savedBy!: Official;

  @GovernanceField(() => String, 'When, an instant in ISO 8601.')
  savedAt!: string;
}

/** How many questions a party has. */
@ObjectType({ description: 'How many questions of a party; never which.' })
@Owner('ALL')
export class QuestionCount {
  @GovernanceField(() => String, 'The party.')
  party!: string;

  @GovernanceField(() => Int, 'How many.')
  questions!: number;
}

/** A question as it is saved. */
@InputType({ description: 'A question that your party asks again and again.' })
export class SaveQuestionInput {
  @GovernanceInput(() => String, 'SavedQuestion.name', { description: `${NAME} One of that name is replaced.` })
  name!: string;

  @GovernanceInput(() => String, 'SavedQuestion.titleEn', { description: 'The title in English.' })
  titleEn!: string;

  @GovernanceInput(() => String, 'SavedQuestion.titleEs', { description: 'The title in Spanish.' })
  titleEs!: string;

  @GovernanceInput(() => String, 'SavedQuestion.query', {
    description: 'The query: one operation. It names no person.',
  })
  query!: string;

  @GovernanceInput(() => String, 'SavedQuestion.variables', {
    nullable: true,
    description: 'The values of its variables, as one JSON object. Never of a person: a question is about no one.',
  })
  variables?: string | null;

  @GovernanceInput(() => String, 'SavedQuestion.purpose', { description: 'For which purpose it is asked.' })
  purpose!: string;

  @GovernanceInput(() => String, 'SavedQuestion.agency', { nullable: true, description: AGENCY })
  agency?: string | null;

  @GovernanceInput(() => [String], 'SavedQuestion.roles', { description: 'Whoever has one of these roles asks it.' })
  roles!: string[];

  @GovernanceInput(() => Boolean, 'SavedQuestion.caseGiven', {
    nullable: true,
    description: `${CASE} Blank: where the purpose needs one.`,
  })
  caseGiven?: boolean | null;

  @GovernanceInput(() => String, 'SavedQuestion.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
