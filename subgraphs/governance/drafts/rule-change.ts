import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType, registerEnumType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** What a change does to somebody's level of a field. */
export enum LevelMove {
  GAINS = 'GAINS',
  LOSES = 'LOSES',
  DIFFERS = 'DIFFERS',
}
registerEnumType(LevelMove, {
  name: 'LevelMove',
  description: 'What a change does. DIFFERS: neither is certainly more, where only a condition changed for instance.',
});

/** Who gains or loses what by a change. */
@ObjectType({
  description: 'Who gains or loses what by a change of rules. Lists stand for every combination of their values.',
})
@Owner('ALL')
export class RuleChange {
  @GovernanceField(() => [String], 'The fields, or rows of a type.')
  coordinates!: readonly string[];

  @GovernanceField(() => [String], 'Requesters of these parties,')
  parties!: readonly string[];

  @GovernanceField(() => [String], "of these agencies; an empty text stands for one that is not the party's own,")
  agencies!: readonly string[];

  @GovernanceField(() => [String], 'with these roles,')
  roles!: readonly string[];

  @GovernanceField(() => [String], 'for these purposes,')
  purposes!: readonly string[];

  @GovernanceField(() => [String], 'naming a case or not,')
  cases!: readonly string[];

  @GovernanceField(
    () => [String],
    'as ever, or after break-glass: once they opened every agreement that can be opened,',
  )
  openings!: readonly string[];

  @GovernanceField(() => String, 'have this level before')
  before!: string;

  @GovernanceField(() => String, 'and this one after.')
  after!: string;

  @GovernanceField(() => LevelMove, 'What that means for them.')
  change!: LevelMove;
}
