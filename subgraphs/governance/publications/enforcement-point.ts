import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** Where rules are enforced: the gateway or a subgraph. */
@ObjectType({ description: 'Where rules are enforced, the gateway or a subgraph, and whether it has the newest.' })
@Owner('ALL')
export class EnforcementPoint {
  @GovernanceField(() => String, 'Its name.')
  name!: string;

  @GovernanceField(() => Boolean, 'Whether everything that is published is in force there.')
  confirmed!: boolean;

  @GovernanceField(() => [String], 'The owners whose newest part it refused, or could not put in force.')
  notInForce!: readonly string[];

  @GovernanceField(
    () => Boolean,
    'Whether it asks for news. One that does not goes on with its last rules for as long as their owners allow.',
  )
  reachable!: boolean;

  @GovernanceField(() => String, 'When it last asked, an instant in ISO 8601; blank before it first did.')
  seenAt!: string | null;
}
