import { Field, InterfaceType } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import { CorridorMode } from './corridor-code-list';
import { Place } from './place';

/** One way that a case is about, whoever's case it is. */
@InterfaceType({
  description: 'One way that a case is about, at the first administrative level and no nearer.',
  autoRegisterImplementations: false,
})
@Owner('ALL')
export abstract class SmugglingRoute {
  @Field(() => Place, { nullable: true, description: 'Where it begins.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  from!: Place | null;

  @Field(() => Place, { nullable: true, description: 'Where it ends.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  to!: Place | null;

  @Field(() => CorridorMode, { nullable: true, description: 'How people are moved.' })
  @Sensitivity('OPERATIONAL', 'LOCATION')
  mode!: CorridorMode | null;
}
