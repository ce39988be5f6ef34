import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Plans are kept up to this many characters of operation text in all. */
const MAX_CACHED_CHARACTERS = 4_000_000;

/** Apollo's query planner on one supergraph, its plans remembered by the pruned text alone. */
export class Planner {
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  readonly api: Schema;
  private readonly planner: QueryPlanner;
  private readonly plans = new LRUCache<string, QueryPlan>({
    maxSize: MAX_CACHED_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  /** @param supergraphSdl the composed supergraph, as `npm run compose` writes it. */
  constructor(supergraphSdl: string) {
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    this.api = supergraph.apiSchema();
    this.apiSchema = this.api.toGraphQLJSSchema();
    this.supergraphSchema = supergraph.schema.toGraphQLJSSchema();
    this.planner = new QueryPlanner(supergraph);
  }

  /**
   * The plan of a pruned operation. INVARIANT: the key is the pruned text, so a plan never serves an
   * operation of which more or less was withheld (threat 21).
   */
  plan(document: DocumentNode, text = print(document)): QueryPlan {
    const known = this.plans.get(text);
    if (known) return known;
    const plan = this.planner.buildQueryPlan(operationFromDocument(this.api, document));
    this.plans.set(text, plan);
    return plan;
  }
}
