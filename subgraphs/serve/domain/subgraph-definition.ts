import type { Contract } from '@pasarela/schema/contract';
import type { PointKeys } from '@pasarela/schema/identity/point-token';
import type { TrustStore } from '@pasarela/schema/identity/trust-store';
import type { RootKeys } from '@pasarela/schema/rule-bundles/root-keys';
import type { Connection, Model } from 'mongoose';
import type { BuildSchemaOptions } from 'type-graphql';
import type { RightsDefinition } from '../rights/rights-definition';
import type { DomainStatistics } from '../statistics/statistic-table';

/** What a seed is given: the domain's store, a scale (1 is the default size), and where to report progress. */
export interface SeedOptions {
  readonly connection: Connection;
  readonly scale: number;
  /** Called with rows written so far and rows in all. */
  readonly progress: (done: number, total: number) => void;
}

/** How a domain's store is filled. */
export interface DomainSeed {
  /** Raised whenever the data or its form changes, so that an older store is seeded again. */
  readonly version: string;
  /** Whether any record is SYNTHETIC; production refuses such a store. */
  readonly synthetic: boolean;
  /** Every model that `fill` writes; they are emptied first. */
  // biome-ignore lint/suspicious/noExplicitAny: models of any document are emptied alike.
  models(connection: Connection): ReadonlyArray<Model<any>>;
  /** Writes the published figures and the synthetic records; deterministic for a scale. */
  fill(options: SeedOptions): Promise<void>;
}

/** The keys that an operator pinned, read when a domain needs them. */
export interface PinnedKeys {
  rootKeys(): RootKeys;
  pointKeys(): PointKeys;
  /** The issuers that are believed, each for its own party. */
  issuers(): TrustStore;
}

/** What a domain's service is opened with. */
export interface DomainResources {
  readonly connection: Connection;
  readonly contract: Contract;
  readonly trust: PinnedKeys;
  readonly now: () => Date;
  /** Reports what goes wrong, without values. */
  warn(details: object, message: string): void;
}

/** What a domain keeps running beside its resolvers; closed with the subgraph. */
export interface DomainService {
  /** Where it answers by itself, if it does. */
  readonly url?: string;
  close(): Promise<void>;
}

/** A data domain: everything that `serve` needs to run it. One a folder, exported from its `index.ts`. */
export interface SubgraphDefinition {
  /** `<country>-<domain>`, for instance `panama-darien-flow`. */
  readonly name: string;
  /** The party that owns the domain; JOINT where several contribute to it, each the owner of its own records. */
  readonly party: string;
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Types that no resolver returns by name: entities that other subgraphs point at. */
  readonly orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
  /** `resolveReference` by entity type: representations in, an object or null out, batched by the loaders. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  readonly seed: DomainSeed;
  /** Which of its records are of persons, who can ask about them; none unless given. */
  readonly rights?: RightsDefinition;
  /** Its tables of counts of people, which others read as releases; none unless given. */
  readonly statistics?: DomainStatistics;
  /** Every write is flushed before it is acknowledged. */
  readonly durable?: boolean;
  /** Opens what the domain keeps running beside its resolvers, which find it in their context. */
  readonly open?: (resources: DomainResources) => Promise<DomainService>;
}

/** Answers one entity from its key; `null` is the same as what does not exist. */
export type ReferenceResolver = (
  representation: Readonly<Record<string, unknown>>,
  context: import('./serve-context').ServeContext,
) => Promise<object | null> | object | null;
