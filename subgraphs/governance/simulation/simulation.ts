import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** A rule that limits, and why. */
@ObjectType({ description: 'A rule under which a value may be less on some records, or rows may be missing.' })
@Owner('ALL')
export class SimulatedCondition {
  @GovernanceField(() => String, 'Where in the answer, lists as @.')
  path!: string;

  @GovernanceField(() => String, "The field, or the rows' type.")
  coordinate!: string;

  @GovernanceField(() => String, 'The least that a record may show.')
  level!: string;

  @GovernanceField(() => String, 'The rule.')
  rule!: string | null;

  @GovernanceField(() => String, 'The reason.')
  reason!: string;

  @GovernanceField(() => String, 'The law or principle behind it.')
  source!: string | null;

  @GovernanceField(() => String, 'Whom to ask.')
  contact!: string | null;
}

/** One field of a question, and what would be shown of it. */
@ObjectType({ description: 'One field of a question, and what would be shown of it.' })
@Owner('ALL')
export class SimulatedField {
  @GovernanceField(() => String, 'Where in the answer, lists as @; of a field that was named, its name.')
  path!: string;

  @GovernanceField(() => String, 'The field, Type.field.')
  coordinate!: string;

  @GovernanceField(() => String, 'The most that any record shows.')
  level!: string;

  @GovernanceField(() => Boolean, 'Whether nothing is shown on any record.')
  withheld!: boolean;

  @GovernanceField(() => [SimulatedCondition], 'The rules under which it may be blank or less on some records.')
  conditions!: readonly SimulatedCondition[];

  @GovernanceField(() => String, 'The rule that holds it down on every record, if one does.')
  rule!: string | null;

  @GovernanceField(() => [String], 'The agreements that grant what is shown.')
  agreements!: readonly string[];

  @GovernanceField(() => String, 'Why not everything is shown on every record; blank where it is.')
  reason!: string | null;

  @GovernanceField(() => String, 'Whom to ask: the contact of its owner.')
  contact!: string | null;
}

/** What a question would come to. */
@ObjectType({ description: 'What a question would come to. No record is read.' })
@Owner('ALL')
export class Simulation {
  @GovernanceField(() => String, 'The code with which the whole question would be refused; blank where it would not.')
  refused!: string | null;

  @GovernanceField(() => String, 'What they would be told then.')
  refusal!: string | null;

  @GovernanceField(() => [SimulatedField], 'Each field, in the order of the question.')
  fields!: readonly SimulatedField[];

  @GovernanceField(() => [SimulatedCondition], 'Where rows may be missing.')
  rows!: readonly SimulatedCondition[];
}

/** A rule that speaks of a field. */
@ObjectType({ description: 'A rule that speaks of a field, and whether it applies to who asks.' })
@Owner('ALL')
export class ExplainedRule {
  @GovernanceField(() => String, 'The rule.')
  rule!: string;

  @GovernanceField(() => String, 'The agreement or the guardrails in which it stands.')
  within!: string;

  @GovernanceField(() => String, 'Whose it is.')
  owner!: string;

  @GovernanceField(() => String, 'GRANTS or CAPS.')
  does!: string;

  @GovernanceField(() => String, 'At which level.')
  level!: string;

  @GovernanceField(() => Boolean, 'Whether it applies to who asks.')
  applies!: boolean;

  @GovernanceField(() => Boolean, 'Whether it applies to some records only.')
  onSomeRecords!: boolean;

  @GovernanceField(() => String, 'The first reason for which it does not apply: a code; blank where it does.')
  because!: string | null;
}

/** Why somebody gets what they get of a field. */
@ObjectType({ description: 'Why somebody gets what they get of a field: every rule that speaks of it, and the sum.' })
@Owner('ALL')
export class Explanation {
  @GovernanceField(() => String, 'The field, Type.field.')
  coordinate!: string;

  @GovernanceField(() => String, 'What is enforced.')
  level!: string;

  @GovernanceField(() => Boolean, 'Whether less may be shown on some records.')
  conditional!: boolean;

  @GovernanceField(() => [ExplainedRule], 'Every grant and every restriction that speaks of it, grants first.')
  rules!: readonly ExplainedRule[];

  @GovernanceField(() => String, "What the field's own rules come to: min( max(full, month), min(month) ) = month.")
  arithmetic!: string;

  @GovernanceField(() => [String], 'What else holds the level down.')
  besides!: readonly string[];
}
