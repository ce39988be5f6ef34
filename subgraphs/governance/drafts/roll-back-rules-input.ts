import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { InputType, Int } from 'type-graphql';
import { GovernanceInput } from '../governance-field';

/** To which publication an owner goes back. */
@InputType({ description: "To which publication of an owner's rules to go back: as a new one." })
export class RollBackRulesInput {
  @GovernanceInput(() => String, 'RuleDraft.owner', { description: 'Whose rules: your own party, or ALL.' })
  owner!: string;

  @GovernanceInput(() => Int, 'RulePublication.number', {
    description: 'The number of the publication whose texts to take.',
  })
  toNumber!: number;

  @GovernanceInput(() => Int, 'RuleDraft.number', {
    description: 'The number of the rules in force: another one means that they changed since.',
  })
  expectedNumber!: number;

  @GovernanceInput(() => String, 'RuleDraft.note', { description: 'What it is for, in a sentence.' })
  note!: string;

  @GovernanceInput(() => String, 'RuleDraft.id', { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}
