import type { GraphQLFieldResolver } from 'graphql';
import {
  PRODUCTS,
  type ProductRow,
  REVIEWS,
  type ReviewRow,
  shippingEstimate,
  USERS,
  type UserRow,
} from './benchmark-data';
import type { SubgraphName } from './benchmark-schema';

const productOf = (upc: string) => PRODUCTS.find((product) => product.upc === upc);
const reviewsOf = (test: (review: ReviewRow) => boolean) => REVIEWS.filter(test);

type Resolver = GraphQLFieldResolver<never, unknown, never>;
/** What a resolver of an entity is given beside its key: what it requires. */
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver | ((reference: never) => unknown)>>>>;

const topProducts = (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first);
const review = {
  author: ({ authorId }: ReviewRow) => ({ id: authorId }),
  product: ({ upc }: ReviewRow) => ({ upc }),
};
const reviewsByAuthor = ({ id }: Pick<UserRow, 'id'>) => reviewsOf(({ authorId }) => authorId === id);
const reviewsOnProduct = ({ upc: wanted }: Pick<ProductRow, 'upc'>) => reviewsOf(({ upc }) => upc === wanted);

/** The resolvers of each subgraph, over rows in memory. */
export const RESOLVERS: Readonly<Record<SubgraphName, Resolvers>> = {
  accounts: {
    Query: { me: () => USERS[0], users: () => USERS },
    User: { __resolveReference: ({ id }: UserRow) => USERS.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (reference: ProductRow) => ({ ...reference, inStock: productOf(reference.upc)?.inStock }),
      // By what the gateway sends of another subgraph's fields: without that there is no estimate.
      shippingEstimate: ({ price, weight }: Partial<ProductRow>) =>
        price === undefined || weight === undefined ? null : shippingEstimate({ price, weight }),
    },
  },
  products: {
    Query: { topProducts },
    Product: { __resolveReference: ({ upc }: ProductRow) => productOf(upc) },
  },
  reviews: {
    Review: { ...review, __resolveReference: ({ id }: ReviewRow) => REVIEWS.find((one) => one.id === id) },
    User: { reviews: reviewsByAuthor },
    Product: { reviews: reviewsOnProduct },
  },
};

/** The resolvers of one schema that holds everything: what the answers of gateways are compared with. */
export const WHOLE_RESOLVERS: Readonly<Record<string, Readonly<Record<string, Resolver>>>> = {
  Query: { me: () => USERS[0], users: () => USERS, topProducts },
  User: { reviews: reviewsByAuthor },
  Product: { reviews: reviewsOnProduct, shippingEstimate: (product: ProductRow) => shippingEstimate(product) },
  Review: {
    author: ({ authorId }: ReviewRow) => USERS.find(({ id }) => id === authorId),
    product: ({ upc }: ReviewRow) => productOf(upc),
  },
};
