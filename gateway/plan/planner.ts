import { type Schema, Supergraph } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PlanJob } from './plan-job';
import { PlanningThreads, type PlanningThreadsOptions } from './planning-threads';

/** Plans are kept up to this many characters in all, of the operations' texts and of the plans as JSON. */
const MAX_CACHED_CHARACTERS = 16_000_000;

/** How a planner makes plans; what ships unless said otherwise. */
export type PlannerOptions = Omit<PlanningThreadsOptions, 'supergraphSdl'>;

/** A plan, and how long it is. */
interface KeptPlan {
  readonly plan: QueryPlan;
  readonly characters: number;
}

/** Apollo's query planner on one supergraph, its plans remembered by the pruned text alone. */
export class Planner {
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  readonly api: Schema;
  private readonly threads: PlanningThreads;
  private readonly plans = new LRUCache<string, KeptPlan>({
    maxSize: MAX_CACHED_CHARACTERS,
    sizeCalculation: ({ characters }) => characters,
  });
  /** Plans that are being made, so that nobody has one made twice. */
  private readonly making = new Map<string, { readonly job: PlanJob; readonly plan: Promise<QueryPlan> }>();

  /** @param supergraphSdl the composed supergraph, as `npm run compose` writes it. */
  constructor(supergraphSdl: string, options: PlannerOptions = {}) {
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    this.api = supergraph.apiSchema();
    this.apiSchema = this.api.toGraphQLJSSchema();
    this.supergraphSchema = supergraph.schema.toGraphQLJSSchema();
    this.threads = new PlanningThreads({ ...options, supergraphSdl });
  }

  /** Gets ready to plan, beside whatever else starts. Without it the first plan waits for that. */
  open(): void {
    this.threads.open();
  }

  /**
   * The plan of a pruned operation. INVARIANT: the key is the pruned text, so a plan never serves an
   * operation of which more or less was withheld (threat 21).
   * @param requester who asks, of whom one plan is made at a time.
   * @throws TOO_COMPLEX when it takes too long, PLANNING_UNAVAILABLE when it cannot be made now.
   */
  async plan(text: string, requester: string): Promise<QueryPlan> {
    const known = this.plans.get(text);
    if (known) return known.plan;
    const making = this.making.get(text);
    if (!making) return this.make(text, requester);
    this.threads.alsoFor(making.job, requester);
    return making.plan;
  }

  /** Ends the planning; who still waits for a plan is refused. */
  close(): Promise<void> {
    return this.threads.close();
  }

  private make(text: string, requester: string): Promise<QueryPlan> {
    const job = this.threads.make(text, requester);
    const plan = this.keep(job).finally(() => this.making.delete(text));
    this.making.set(text, { job, plan });
    return plan;
  }

  private async keep({ text, made }: PlanJob): Promise<QueryPlan> {
    const json = await made;
    const plan: QueryPlan = JSON.parse(json);
    this.plans.set(text, { plan, characters: text.length + json.length });
    return plan;
  }
}
