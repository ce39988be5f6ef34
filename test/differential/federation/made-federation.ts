import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SupergraphSchemas } from '@pasarela/gateway/execute/execute-tools';
import type { BuildPlan } from '@pasarela/gateway/plan/build-plan';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';
import { boundedPlanner } from './bounded-planner';
import { type MadeObject, MadeValues } from './made-values';
import { supergraphFacts } from './supergraph-facts';

/** A leaf's field as it was resolved; its value may be a list of leaves. */
export interface LeafPlace {
  readonly path: ReadonlyArray<string | number>;
  readonly type: GraphQLOutputType;
}

/** What resolvers share. */
export interface Asking {
  /** How many mutations ran within one question. */
  readonly mutations: { done: number };
  /** Hears of every leaf within one fetch. */
  readonly onLeaf?: (leaf: LeafPlace) => void;
}

/** A federation of which all values are made, and the same as one schema. */
export interface MadeFederation {
  readonly schemas: SupergraphSchemas;
  /** @throws TooComplex. */
  readonly plan: BuildPlan;
  /** Executable, by name. */
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>;
  readonly whole: GraphQLSchema;
  /** Whether fields fail that others require. */
  readonly requirementsFail: boolean;
  /** Names of fields that require others. */
  readonly requiring: ReadonlySet<string>;
}

/** How a schema sees objects, and what it does not know. */
interface View {
  readonly values: MadeValues;
  readonly schema: GraphQLSchema;
  /** Whether a field of an object is known to nobody. */
  readonly unknown: (source: MadeObject, field: string) => boolean;
}

/** Composes subgraphs. @throws where they do not compose. */
export function composed(subgraphs: ReadonlyMap<string, string>): string {
  const services = [...subgraphs].map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** What goes wrong in a federation. */
export interface Shortcomings {
  /** `subgraph Type`: of every fifth entity of the type the subgraph knows nothing. */
  readonly knowsNotAll: ReadonlySet<string>;
  /** Whether fields fail that others require. */
  readonly requirementsFail: boolean;
}

/** Makes a federation of composed subgraphs. */
export function makeFederation(
  sdls: ReadonlyMap<string, string>,
  supergraphSdl: string,
  { knowsNotAll, requirementsFail }: Shortcomings,
): MadeFederation {
  const schemas = schemasOf(supergraphSdl);
  const facts = supergraphFacts(supergraphSdl);
  const values = new MadeValues(schemas.supergraphSchema, facts, requirementsFail);
  const unknownTo = (name: string, type: string, identity: string) =>
    knowsNotAll.has(`${name} ${type}`) && Number(identity) % 5 === 2;
  const graphName = (name: string) => name.toUpperCase().replaceAll('-', '_');
  const unknown = ({ __typename: type, identity }: MadeObject, field: string): boolean => {
    const [only, ...others] = facts.resolvedBy.get(`${type}.${field}`) ?? [];
    return [...sdls.keys()].some(
      (name) => graphName(name) === only && others.length === 0 && unknownTo(name, type, identity),
    );
  };
  const whole = buildASTSchema(parse(printSchema(schemas.apiSchema)));
  resolveBy({ values, schema: whole, unknown }, whole);
  const subgraphs = [...sdls].map(([name, sdl]) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: {} }]);
    resolveBy({ values, schema, unknown: () => false }, schema);
    resolveReferences(schema, { values, schema, unknown: () => false }, (type, identity) =>
      unknownTo(name, type, identity),
    );
    return [name, schema] as const;
  });
  const requiring = new Set([...facts.requires.keys()].map((coordinate) => coordinate.split('.')[1] as string));
  const plan = boundedPlanner(supergraphSdl);
  return { schemas, plan, subgraphs: new Map(subgraphs), whole, requirementsFail, requiring };
}

function schemasOf(supergraphSdl: string): SupergraphSchemas {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const api = supergraph.apiSchema();
  return { api, apiSchema: api.toGraphQLJSSchema(), supergraphSchema: supergraph.schema.toGraphQLJSSchema() };
}

function resolveBy(view: View, schema: GraphQLSchema): void {
  const roots = new Set(['query', 'mutation'].map((kind) => schema.getRootType(kind as never)?.name));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields()))
      if (!(field.name.startsWith('_') && roots.has(type.name))) field.resolve = resolverOf(field, type, view);
  }
}

type Resolver = GraphQLFieldResolver<MadeObject | undefined, Asking>;

function resolverOf(
  field: GraphQLField<unknown, Asking>,
  parent: GraphQLObjectType,
  view: View,
): GraphQLFieldResolver<unknown, Asking> {
  const isMutation = parent === view.schema.getMutationType();
  const isLeaf = isLeafType(getNamedType(field.type));
  const declared = field.type.toString();
  const resolver: Resolver = (source, args, asking, info) => {
    if (isLeaf) asking.onLeaf?.({ path: pathOf(info), type: field.type });
    const object = source?.__typename ? source : { __typename: parent.name, identity: '' };
    if (view.unknown(object, field.name)) return null;
    const step = isMutation ? ++asking.mutations.done : 0;
    return seen(view.values.valueOf({ source: object, field: field.name, args, step }), view, declared);
  };
  return resolver as GraphQLFieldResolver<unknown, Asking>;
}

function pathOf({ path }: GraphQLResolveInfo): Array<string | number> {
  const keys: Array<string | number> = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys;
}

/** Objects as a schema sees them: an interface object is of the interface's name. */
function seen(value: unknown, view: View, declared: string): unknown {
  const name = declared.replace(/[[\]!]/g, '');
  if (!isObjectType(view.schema.getType(name))) return value;
  return named(value, name);
}

function named(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, name));
  return typeof value === 'object' && value !== null ? { ...value, __typename: name } : value;
}

type Reference = Readonly<Record<string, unknown>> & { readonly __typename: string };

function resolveReferences(
  schema: GraphQLSchema,
  { values }: View,
  unknown: (type: string, identity: string) => boolean,
) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type)) continue;
    const extensions = type.extensions as { apollo?: { subgraph?: { resolveReference?: unknown } } };
    const resolveReference = (reference: Reference) => {
      const identity = values.identityIn(type.name, reference);
      if (unknown(type.name, identity)) return null;
      const member = isObjectType(type) ? type.name : values.memberOf(type.name, identity);
      return { __typename: member, identity, given: reference };
    };
    type.extensions = {
      ...extensions,
      apollo: { ...extensions.apollo, subgraph: { ...extensions.apollo?.subgraph, resolveReference } },
    };
  }
}
