import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** An issuer that may speak for a party. */
@ObjectType({ description: 'An identity service that may speak for one party, as it is pinned where governance runs.' })
@Owner('ALL')
export class RuleIssuer {
  @GovernanceField(() => String, 'Its name, as its tokens say it (iss).')
  issuer!: string;

  @GovernanceField(() => [String], 'The names of its keys, as its tokens say them in their header (kid).')
  keys!: readonly string[];
}

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

  @GovernanceField(() => [RuleIssuer], 'The issuers that may speak for it.')
  issuers!: readonly RuleIssuer[];
}
