import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from './governance-field';

/** An official, as their issuer names them. */
@ObjectType({ description: 'An official, as the issuer of their party names them.' })
@Owner('ALL')
export class Official {
  @GovernanceField(() => String, 'The party.')
  party!: string;

  @GovernanceField(() => String, 'The agency.')
  agency!: string;

  @GovernanceField(() => String, "The issuer's name for the person.")
  id!: string;
}
