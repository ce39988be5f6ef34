import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import { Attribute, Key, Owner, Records, Sensitivity } from '../domain/labels';
import { PartialDate } from '../domain/scalars';
import { type CaseOwner, caseTypeName } from './case-domain';
import { CaseEventKind } from './case-event-kind';
import { CaseIntelligenceFields } from './case-intelligence-fields';
import type { CasePersonFields } from './case-person-fields';
import { SmugglingCase } from './smuggling-case';
import { SmugglingNetwork } from './smuggling-network';
import { SmugglingRoute } from './smuggling-route';

/** An owner's type of events. */
export function caseEventType({ party, prefix }: CaseOwner) {
  @ObjectType(`${prefix}CaseEvent`, { description: 'One event of a case.' })
  @Owner(party)
  class CaseEvent {
    @Field(() => PartialDate, { nullable: true, description: 'The day of the event.' })
    @Sensitivity('OPERATIONAL')
    on!: string | null;

    @Field(() => CaseEventKind, { nullable: true, description: 'What happened.' })
    @Sensitivity('OPERATIONAL')
    event!: CaseEventKind | null;
  }
  return CaseEvent;
}

/** An owner's type of routes. */
export function routeType({ party, prefix, name }: CaseOwner) {
  @ObjectType(`${prefix}SmugglingRoute`, {
    description: `One way that a case of ${name} is about, at the first administrative level and no nearer.`,
    implements: SmugglingRoute,
  })
  @Owner(party)
  class Route extends SmugglingRoute {}
  return Route;
}

/** An owner's type of networks. */
export function networkType({ party, prefix, name }: CaseOwner) {
  @ObjectType(`${prefix}SmugglingNetwork`, {
    description: `A criminal network named in a case of ${name}.`,
    implements: SmugglingNetwork,
  })
  @Owner(party)
  class Network extends SmugglingNetwork {
    @Field(() => String, { nullable: true, description: 'The name by which the owner knows it.' })
    @Sensitivity('OPERATIONAL')
    name!: string | null;
  }
  return Network;
}

/** An owner's type of cases, over its types of what is in them. */
export function caseType(owner: CaseOwner, person: () => ClassType<CasePersonFields>) {
  const [route, network, event] = [routeType(owner), networkType(owner), caseEventType(owner)];

  @ObjectType(caseTypeName(owner), {
    description: `One case of migrant smuggling, trafficking in persons or document forgery of ${owner.name}. SYNTHETIC: no real case is behind any record.`,
    implements: SmugglingCase,
  })
  @Key('id')
  @Owner(owner.party)
  @Records('CASE')
  @Attribute('handlingCode', { as: 'OPERATIONAL' })
  @Attribute('tlp', { as: 'OPERATIONAL' })
  @Attribute('originator', { as: 'OPERATIONAL' })
  @Attribute('openedOn', { as: 'OPERATIONAL', changes: false })
  @Attribute('openedMonth', { as: 'OPERATIONAL', changes: false })
  @Attribute('status', { as: 'OPERATIONAL' })
  class Case extends CaseIntelligenceFields {
    @Field(() => ID, { description: 'Opaque; opens for the same party, purpose and quarter only.' })
    @Sensitivity('OPERATIONAL')
    override id!: string;

    @Field(() => [route], { nullable: true, description: 'The ways that the case is about, in order.' })
    @Sensitivity('OPERATIONAL', 'LOCATION')
    override routes!: SmugglingRoute[] | null;

    @Field(() => [network], { nullable: true, description: 'Networks named in the case.' })
    @Sensitivity('OPERATIONAL')
    override networks!: SmugglingNetwork[] | null;

    @Field(() => [event], { nullable: true, description: 'The course of the case, oldest first.' })
    @Sensitivity('OPERATIONAL')
    history!: object[] | null;

    @Field(() => [person()], {
      nullable: true,
      description: 'Persons in the case. Under ENFORCEMENT only suspects exist.',
    })
    @Sensitivity('PERSONAL', 'NONE')
    persons!: CasePersonFields[] | null;
  }
  return { Case, Route: route, Network: network, Event: event };
}
