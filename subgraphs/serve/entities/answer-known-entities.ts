import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { ServeContext } from '../domain/serve-context';
import type { Shape } from './representation-shapes';
import type { Representation } from './trim-representation';

/** The plumbing field by which the gateway asks for entities. */
const ENTITIES = '_entities';

type Resolver = GraphQLFieldResolver<unknown, ServeContext, { representations: readonly unknown[] }>;

/**
 * Answers null in the place of a representation that is of no entity of this subgraph. Apollo's resolver would
 * fail all others with it, or answer the representation itself.
 */
export function answerKnownEntities(schema: GraphQLSchema, shapes: ReadonlyMap<string, Shape>): void {
  const field = schema.getQueryType()?.getFields()[ENTITIES];
  if (!field?.resolve) return;
  const resolve = field.resolve as Resolver;
  const known: Resolver = async (source, { representations }, context, info) => {
    const isKnown = representations.map((representation) => isRepresentation(representation, shapes));
    const asked = representations.filter((_, index) => isKnown[index]);
    const answers = [...((await resolve(source, { representations: asked }, context, info)) as unknown[])];
    return isKnown.map((one) => (one ? answers.shift() : null));
  };
  field.resolve = known as typeof field.resolve;
}

/** Whether something is a representation of an entity that a subgraph has. */
export function isRepresentation(value: unknown, shapes: ReadonlyMap<string, Shape>): value is Representation {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, '__typename')) return false;
  const { __typename: name } = value as Representation;
  return typeof name === 'string' && shapes.has(name);
}
