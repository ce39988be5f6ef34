import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a network does. */
export enum NetworkKind {
  TRANSPORT = 'TRANSPORT',
  LODGING = 'LODGING',
  DOCUMENTS = 'DOCUMENTS',
  FINANCE = 'FINANCE',
  ARMED_GROUP = 'ARMED_GROUP',
}
registerEnumType(NetworkKind, {
  name: 'NetworkKind',
  description: 'What a network does in the smuggling of migrants.',
});

/** A criminal network named in a case. */
@ObjectType({ description: 'A criminal network named in a case.' })
@Owner('USA')
export class SmugglingNetwork {
  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, { nullable: true, description: "The owner's code of the network." })
  @Sensitivity('OPERATIONAL')
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name by which the owner knows it.' })
  @Sensitivity('OPERATIONAL')
  name!: string | null;

  @Field(() => NetworkKind, { nullable: true, description: 'What it does.' })
  @Sensitivity('OPERATIONAL')
  kind!: NetworkKind | null;
}
