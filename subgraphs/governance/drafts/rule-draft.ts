import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { Owner } from '@pasarela/serve/domain/labels';
import { ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GovernanceField, GovernanceInput } from '../governance-field';
import { Official } from '../official';
import { RuleChange } from './rule-change';
import { RuleText, RuleTextInput } from './rule-text';

/** How far a draft has come. */
export enum RuleDraftState {
  AWAITING_APPROVAL = 'AWAITING_APPROVAL',
  READY_TO_PUBLISH = 'READY_TO_PUBLISH',
  OUTDATED = 'OUTDATED',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(RuleDraftState, {
  name: 'RuleDraftState',
  description:
    'How far a draft has come. OUTDATED: another change of the same owner was published since; write it again on top of that.',
});

/** Somebody's approval. */
@ObjectType({ description: 'An approval of a change, bound to what the change was and did at the time.' })
@Owner('ALL')
export class RuleApproval {
  @GovernanceField(() => Official, 'Who approved.')
  by!: Official;

  @GovernanceField(() => String, 'When, an instant in ISO 8601.')
  at!: string;

  @GovernanceField(
    () => Boolean,
    'Whether it still counts: not once the change would do something else than it did then.',
  )
  counts!: boolean;
}

/** A way in which a change may show more. */
@ObjectType({ description: 'A way in which a change may show more: for one of these a second person has to approve.' })
@Owner('ALL')
export class ShownMore {
  @GovernanceField(() => String, 'What it is about the change: a code.')
  code!: string;

  @GovernanceField(() => String, 'The rule, where there is one to name.')
  rule!: string | null;

  @GovernanceField(() => String, 'The field, where there is one to name.')
  coordinate!: string | null;
}

/** A change of an owner's rules. */
@ObjectType({ description: "A change of an owner's rules, from its first writing to its publication." })
@Owner('ALL')
export class RuleDraft {
  @GovernanceField(() => ID, 'Names the draft.')
  id!: string;

  @GovernanceField(() => String, 'Whose rules it changes.')
  owner!: string;

  @GovernanceField(() => Int, 'The number that the rules will have.')
  number!: number;

  @GovernanceField(() => RuleDraftState, 'How far it has come.')
  state!: RuleDraftState;

  @GovernanceField(() => String, 'What it is for, in the words of its author.')
  note!: string;

  @GovernanceField(() => Official, 'Who wrote it.')
  author!: Official;

  @GovernanceField(() => [RuleText], 'All texts of the owner as they will be.')
  documents!: readonly RuleText[];

  @GovernanceField(
    () => String,
    'Names the change and all that it would do. An approval repeats it: whoever approves has seen this and nothing else.',
  )
  changeHash!: string;

  @GovernanceField(
    () => [ShownMore],
    'Ways in which it may show more. None: it only withholds, and one person suffices.',
  )
  showsMore!: readonly ShownMore[];

  @GovernanceField(() => [RuleChange], 'Who gains and who loses what, decided on the day on which it was written.')
  changes!: readonly RuleChange[];

  @GovernanceField(() => [RuleApproval], 'Who approved it.')
  approvals!: readonly RuleApproval[];

  @GovernanceField(
    () => String,
    "What the owner signs, as JSON. `npm run rules -- publish` signs it with the owner's key.",
  )
  payload!: string;
}

/** A change as it is written. */
@InputType({ description: "A change of an owner's rules: all its texts as they shall be." })
export class DraftRulesInput {
  @GovernanceInput(() => String, 'RuleDraft.owner', { description: 'Whose rules: your own party, or ALL.' })
  owner!: string;

  @GovernanceInput(() => [RuleTextInput], 'RuleDraft.documents', {
    description: 'All texts of the owner as they shall be: what is left out is gone.',
  })
  documents!: RuleTextInput[];

  @GovernanceInput(() => Int, 'RuleDraft.number', {
    description: 'The number of the rules that it was written against: another one means that they changed since.',
  })
  expectedNumber!: number;

  @GovernanceInput(() => String, 'RuleDraft.note', { description: 'What it is for, in a sentence.' })
  note!: string;

  @GovernanceInput(() => String, 'RuleDraft.id', {
    description: CLIENT_KEY_DESCRIPTION,
  })
  clientKey!: string;
}
