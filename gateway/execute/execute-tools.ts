import type { Schema } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import type { SubgraphClient } from './subgraph-client';

/** The supergraph in the forms that executors ask for. */
export interface SupergraphSchemas {
  readonly api: Schema;
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
}

/** Who executes plans: our own executor, or Apollo's as a reference to compare with. */
export type Executor = 'pasarela' | 'apollo';

/** What the step works with. */
export interface ExecuteTools {
  readonly planner: SupergraphSchemas;
  readonly client: SubgraphClient;
  /** Each subgraph's own schema, against which its replies are checked. */
  readonly subgraphSchemas: ReadonlyMap<string, GraphQLSchema>;
  /** Ours unless said otherwise. */
  readonly executor?: Executor;
}
