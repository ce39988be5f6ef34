import { ID, InputType, registerEnumType } from 'type-graphql';
import { GovernanceInput } from '../governance-field';
import { AT_DESCRIPTION } from './read-instant';
import { DRAFT_DESCRIPTION } from './rules-asked-about';

/** The language of reasons. */
export enum ReasonLanguage {
  en = 'en',
  es = 'es',
}
registerEnumType(ReasonLanguage, { name: 'ReasonLanguage', description: 'English or Spanish.' });

/** Who would ask. */
@InputType({
  description: 'Who would ask, as their issuer would say it. No rule depends on the assurance of an identity.',
})
export class SimulatedRequesterInput {
  @GovernanceInput(() => String, 'Explanation.level', { description: 'The party.' })
  party!: string;

  @GovernanceInput(() => String, 'Explanation.level', { description: 'The agency.' })
  agency!: string;

  @GovernanceInput(() => [String], 'Explanation.level', { description: 'The roles.' })
  roles!: string[];

  @GovernanceInput(() => [String], 'Explanation.level', {
    nullable: true,
    description:
      'Every purpose that the issuer grants them: on these depends which names exist for them. Blank: the purpose of the question alone.',
  })
  purposes?: string[] | null;
}

/** Who would ask, for what and when, under which rules. */
@InputType({ description: 'Who would ask, for what and when, under which rules.' })
export class SimulatedRequestInput {
  @GovernanceInput(() => SimulatedRequesterInput, 'Explanation.level', { description: 'Who.' })
  requester!: SimulatedRequesterInput;

  @GovernanceInput(() => String, 'Explanation.level', { description: 'For which purpose.' })
  purpose!: string;

  @GovernanceInput(() => Boolean, 'Explanation.level', {
    nullable: true,
    description: 'Whether they name the case that it serves; blank: no.',
  })
  caseGiven?: boolean | null;

  @GovernanceInput(() => String, 'Explanation.level', { nullable: true, description: AT_DESCRIPTION })
  at?: string | null;

  @GovernanceInput(() => ID, 'RuleDraft.id', { nullable: true, description: DRAFT_DESCRIPTION })
  draft?: string | null;
}

/** What would be asked. */
@InputType({ description: 'What would be asked: a query, or fields by their names.' })
export class SimulatedQuestionInput {
  @GovernanceInput(() => String, 'SimulatedField.path', { nullable: true, description: 'The query.' })
  query?: string | null;

  @GovernanceInput(() => String, 'SimulatedField.path', {
    nullable: true,
    description: 'The values of its variables, as one JSON object.',
  })
  variables?: string | null;

  @GovernanceInput(() => [String], 'SimulatedField.coordinate', {
    nullable: true,
    description: 'Instead of a query: fields, Type.field, at most 500.',
  })
  coordinates?: string[] | null;
}
