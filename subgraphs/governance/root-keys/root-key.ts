import { Owner } from '@pasarela/serve/domain/labels';
import { Int, ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** A party's root key. */
@ObjectType({ description: "A party's root key: with it the party signs its rules." })
@Owner('ALL')
export class RootKey {
  @GovernanceField(() => String, 'The party.')
  party!: string;

  @GovernanceField(() => Int, 'One more with each change of the key.')
  number!: number;

  @GovernanceField(() => String, 'Names the key: its thumbprint (RFC 7638), to compare by telephone.')
  thumbprint!: string;
}

/** A change of a root key. */
@ObjectType({ description: 'A change of a root key, with the signatures that it has.' })
@Owner('ALL')
export class RootKeyChange {
  @GovernanceField(() => String, 'Whose key.')
  party!: string;

  @GovernanceField(() => Int, 'The number that the key has, or will have.')
  number!: number;

  @GovernanceField(() => String, 'The thumbprint of the new key (RFC 7638), to compare by telephone.')
  thumbprint!: string;

  @GovernanceField(() => Boolean, 'Whether it has signatures enough: that of the old key, or of the other parties.')
  inForce!: boolean;

  @GovernanceField(() => [String], 'The parties that signed it.')
  signedBy!: readonly string[];

  @GovernanceField(() => String, 'The change as it is signed, as JSON: who stands behind it signs this text.')
  content!: string;
}
