import { graphql } from 'graphql';
import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { buildDomainSchema } from '../build-subgraph-schema';
import { Key, Owner, Sensitivity } from '../domain/labels';
import type { SubgraphDefinition } from '../domain/subgraph-definition';
import { contextAt } from '../testing/serve-context';

@ObjectType()
@Key('id')
@Owner('PAN')
class Station {
  @Field(() => ID)
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { nullable: true })
  @Directive('@external')
  name?: string;

  @Field(() => String, { nullable: true })
  @Directive('@requires(fields: "name")')
  @Sensitivity('PUBLIC')
  get sign(): string {
    return `Station ${this.name}`;
  }

  @Field(() => String, { nullable: true })
  @Sensitivity('PUBLIC')
  staff?: string;
}

@ObjectType()
@Key('id')
@Owner('PAN')
class Road {
  @Field(() => ID)
  @Sensitivity('PUBLIC')
  id!: string;
}

@ObjectType()
@Owner('PAN')
class Secret {
  @Field(() => String, { nullable: true })
  @Sensitivity('PUBLIC')
  text?: string;
}

@Resolver()
class StationResolver {
  @Query(() => [Secret], { nullable: true })
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  secrets(): Secret[] {
    return [];
  }
}

/** A domain that believes whatever a representation says, and forgot how its roads are found. */
const definition: SubgraphDefinition = {
  name: 'pan-stations',
  party: 'PAN',
  resolvers: [StationResolver],
  orphanedTypes: [Station, Road, Secret],
  references: { Station: (representation) => Object.assign(new Station(), representation) },
  seed: { version: '1', synthetic: true, models: () => [], fill: async () => undefined },
};

const SOURCE =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Station { id name sign staff } ... on Road { id } } }';

async function entities(...representations: unknown[]) {
  const { executable: schema } = buildDomainSchema(definition);
  const contextValue = contextAt('full');
  const { data, errors } = await graphql({ schema, source: SOURCE, variableValues: { representations }, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data))._entities;
}

describe('_entities of a subgraph', () => {
  it('answers from the key and what is required, and gives nothing back of what came in', async () => {
    const given = { __typename: 'Station', id: 'a', name: 'North', staff: 'forged' };
    expect(await entities(given)).toEqual([{ id: 'a', name: null, sign: 'Station North', staff: null }]);
  });

  it('a prototype brings nothing', async () => {
    const given = JSON.parse('{ "__typename": "Station", "id": "a", "__proto__": { "staff": "forged" } }');
    expect(await entities(given)).toMatchObject([{ staff: null }]);
  });

  it('is null for an entity that the domain cannot find', async () => {
    expect(await entities({ __typename: 'Road', id: 'a' })).toEqual([null]);
  });

  it.each([
    ['a type without a key', { __typename: 'Secret', text: 'forged' }],
    ['a type that does not exist', { __typename: 'Nothing', id: 'a' }],
    ['a root type', { __typename: 'Query', id: 'a' }],
    ['a name that every object has', { __typename: 'constructor', id: 'a' }],
    ['a list of a name', { __typename: ['Station'], id: 'a' }],
    ['no type', { id: 'a' }],
    ['a text', 'Station'],
    ['a list', [{ __typename: 'Station', id: 'a' }]],
  ])('is null in its place for %s, and the others are answered', async (_, forged) => {
    const station = { __typename: 'Station', id: 'a' };
    expect(await entities(station, forged, station)).toMatchObject([{ id: 'a' }, null, { id: 'a' }]);
  });
});
