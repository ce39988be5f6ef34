import { Field, InterfaceType, registerEnumType } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';

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

/** A criminal network named in a case, whoever's case it is. Its name is no part of the shape: owners keep those. */
@InterfaceType({
  description: "A criminal network named in a case. Two owners' codes are not comparable.",
  autoRegisterImplementations: false,
})
@Owner('ALL')
export abstract class SmugglingNetwork {
  @Field(() => String, { description: 'The dataset that holds the record; synthetic ones begin with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, { nullable: true, description: "The owner's code of the network." })
  @Sensitivity('OPERATIONAL')
  code!: string | null;

  @Field(() => NetworkKind, { nullable: true, description: 'What it does.' })
  @Sensitivity('OPERATIONAL')
  kind!: NetworkKind | null;
}
