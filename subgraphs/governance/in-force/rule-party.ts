import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** A party to the exchange. */
@ObjectType({ description: 'A party to the exchange, by its own document.' })
@Owner('ALL')
export class RuleParty {
  @GovernanceField(() => String, "The party's code.")
  id!: string;

  @GovernanceField(() => String, 'The name in English.')
  nameEn!: string;

  @GovernanceField(() => String, 'The name in Spanish.')
  nameEs!: string;

  @GovernanceField(() => String, 'Whom to ask about its data.')
  contact!: string;

  @GovernanceField(() => [String], 'Its agencies.')
  agencies!: readonly string[];
}
