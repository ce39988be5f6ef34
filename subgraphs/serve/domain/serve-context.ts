import type { RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { Connection } from 'mongoose';
import type { AnswerContributors } from '../evidence/answer-contributors';
import type { DisclosedRecords } from '../evidence/disclosed-records';
import type { FetchEvidence } from '../evidence/fetch-evidence';
import type { OwnerEvidence } from '../evidence/owner-evidence';
import type { RightsDesk } from '../rights/rights-desk';
import type { StatisticsDesk } from '../statistics/statistics-desk';
import type { OpaqueIds } from './opaque-ids';
import type { RequestLoaders } from './request-loaders';
import type { DomainService } from './subgraph-definition';

/** What a resolver knows of the request: who asks, why, and the tools that last as long as it does. */
export interface ServeContext {
  readonly requester: Requester;
  readonly purpose: Purpose;
  /** The case that the request serves, as the gateway asserts it; undefined where it names none. */
  readonly caseReference?: string | undefined;
  readonly now: Date;
  /** The most at which the requester gets a field (`Type.field`) of any record; `none` for what no rule grants. */
  level(coordinate: string): string;
  /** The level at which the requester gets a field of one stored record. */
  levelOn(coordinate: string, record: object | undefined): string;
  /** The agreement under which the requester gets a field; empty where none is needed. */
  agreementOf(coordinate: string): string;
  /**
   * The stored records of a type that exist for the requester, as a filter for the store. INVARIANT: every
   * read of a list passes it on, so that pages are whole; what a read lets through is left out all the same.
   */
  existing(type: string): RecordFilter;
  /** Whether one stored record of a type exists for the requester. */
  exists(type: string, record: object | undefined): boolean;
  readonly loaders: RequestLoaders;
  readonly ids: OpaqueIds;
  /** The stored records that go into the answer: the owner's evidence names them. */
  readonly disclosed: DisclosedRecords;
  /** Whose records stand where in the answer; undefined but in joint domains. */
  readonly contributors?: AnswerContributors | undefined;
  /** What the domain gave out before. INVARIANT: answers are made of it for the owner's oversight alone. */
  readonly ownerEvidence: OwnerEvidence;
  /** Where what a requester says that it heard is recorded. */
  readonly evidence: Pick<FetchEvidence, 'acknowledge'>;
  /** Where people are answered about their own data; undefined in a domain that keeps no records of persons. */
  readonly rights: RightsDesk | undefined;
  /** What makes the releases of the domain's tables of counts; undefined in a domain that declares none. */
  readonly statistics: StatisticsDesk | undefined;
  /** The domain's own store; its models are made on it. */
  readonly connection: Connection;
  /** What the domain keeps running beside its resolvers, if it does. */
  readonly service: DomainService | undefined;
}
