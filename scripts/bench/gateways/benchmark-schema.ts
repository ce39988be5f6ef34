import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { composeSupergraph } from '../../compose/compose-contract';

/** The subgraphs of the benchmark. */
export const SUBGRAPH_NAMES = ['accounts', 'inventory', 'products', 'reviews'] as const;
/** The name of a subgraph of the benchmark. */
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** Every gateway here composes or reads this version. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@inaccessible"])\n';

/** What a gateway is given of a federation: each subgraph's schema, and the supergraph made of them. */
export interface BenchmarkSchema {
  readonly subgraphs: ReadonlyMap<SubgraphName, string>;
  readonly supergraph: string;
}

/** Where the labels stand in the schema that is written once; peers read it without them. */
const LABELS = / @(?:owner|sensitivity|about)\([^)]*\)/g;

/** One owner: the product withholds a join that would tell one owner of another's records, and this query is such joins. */
const OWNER = '@owner(party: "USA")';
const OPEN = '@sensitivity(as: OPERATIONAL)';
const PERSONAL = '@sensitivity(as: PERSONAL) @about(subjects: [NAME])';

/** What each subgraph defines, with the labels that our gateway demands. */
const DEFINITIONS: Readonly<Record<SubgraphName, string>> = {
  accounts: `
    type Query {
      me: User ${OWNER} ${OPEN}
      users: [User] ${OWNER} ${OPEN}
    }
    type User @key(fields: "id") ${OWNER} {
      id: ID! ${OPEN}
      name: String ${PERSONAL}
      username: String ${PERSONAL}
      birthday: Int ${PERSONAL}
    }`,
  inventory: `
    type Product @key(fields: "upc") ${OWNER} {
      upc: String! ${OPEN}
      weight: Int @external ${OPEN}
      price: Int @external ${OPEN}
      inStock: Boolean ${OPEN}
      shippingEstimate: Int @requires(fields: "price weight") ${OPEN}
    }`,
  products: `
    type Query {
      topProducts(first: Int = 5): [Product] ${OWNER} ${OPEN}
    }
    type Product @key(fields: "upc") ${OWNER} {
      upc: String! ${OPEN}
      name: String ${OPEN}
      price: Int ${OPEN}
      weight: Int ${OPEN}
    }`,
  reviews: `
    type Review @key(fields: "id") ${OWNER} {
      id: ID! ${OPEN}
      body: String ${OPEN}
      author: User ${OPEN}
      product: Product ${OPEN}
    }
    type User @key(fields: "id") ${OWNER} {
      id: ID! ${OPEN}
      reviews: [Review] ${OPEN}
    }
    type Product @key(fields: "upc") ${OWNER} {
      upc: String! ${OPEN}
      reviews: [Review] ${OPEN}
    }`,
};

/** The schema as our gateway has it: labelled, as every field of ours has to be. */
export const labelledSchema = (): BenchmarkSchema =>
  compose((definition) => `${LINK}${LABEL_DIRECTIVES_SDL}\n${definition}`);

/** The same schema as everybody else has it. */
export const plainSchema = (): BenchmarkSchema =>
  compose((definition) => `${LINK}${definition.replaceAll(LABELS, '')}`);

/**
 * The same schemas in the form of federation 1, for a gateway that knows no other: what a subgraph adds to another's type
 * is an extension, and its key is external there.
 */
export function federation1Schemas(): ReadonlyMap<SubgraphName, string> {
  return new Map(
    SUBGRAPH_NAMES.map((name) => {
      const plain = DEFINITIONS[name].replaceAll(LABELS, '').replace('type Query', 'extend type Query');
      return [name, OWN_TYPES[name].reduce(extended, plain)] as const;
    }),
  );
}

/** The types of others that a subgraph adds to. */
const OWN_TYPES: Readonly<Record<SubgraphName, readonly string[]>> = {
  accounts: [],
  inventory: ['Product'],
  products: [],
  reviews: ['User', 'Product'],
};

function extended(sdl: string, type: string): string {
  const key = type === 'User' ? 'id: ID!' : 'upc: String!';
  const begin = sdl.indexOf(`type ${type} `);
  return `${sdl.slice(0, begin)}extend ${sdl.slice(begin).replace(key, `${key} @external`)}`;
}

function compose(written: (definition: string) => string): BenchmarkSchema {
  const subgraphs = new Map(SUBGRAPH_NAMES.map((name) => [name, written(DEFINITIONS[name])] as const));
  return { subgraphs, supergraph: composeSupergraph(subgraphs) };
}
