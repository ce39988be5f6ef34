import { buildSchema, executeSync, type GraphQLFieldResolver, parse } from 'graphql';
import { BENCHMARK_QUERY } from './benchmark-query';
import { WHOLE_RESOLVERS } from './benchmark-resolvers';

/** The benchmark's schema as one that nobody federates. */
const WHOLE_SDL = `
  type Query { me: User users: [User] topProducts(first: Int = 5): [Product] }
  type User { id: ID! name: String username: String birthday: Int reviews: [Review] }
  type Product {
    upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review]
  }
  type Review { id: ID! body: String author: User product: Product }
`;

/**
 * The data that every gateway has to answer with, by graphql-js over the same rows without any federation.
 * @param withheld coordinates (`Type.field`) that are null, as our gateway gives what it withholds.
 */
export function referenceData(withheld: readonly string[] = []): unknown {
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, context, info) => {
    if (withheld.includes(`${info.parentType.name}.${info.fieldName}`)) return null;
    const resolve = WHOLE_RESOLVERS[info.parentType.name]?.[info.fieldName];
    return resolve ? resolve(source as never, args as never, context, info) : source?.[info.fieldName];
  };
  const { data, errors } = executeSync({
    schema: buildSchema(WHOLE_SDL),
    document: parse(BENCHMARK_QUERY),
    fieldResolver,
  });
  if (errors) throw new Error('The reference has errors.');
  return JSON.parse(JSON.stringify(data));
}
