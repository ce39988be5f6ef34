import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EVERY } from '@pasarela/schema/access/conditions/record-filter';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { openStore } from '@pasarela/store/connect';
import { type ExecutionResult, graphql } from 'graphql';
import { buildDomainSchema } from '../build-subgraph-schema';
import { OpaqueIds } from '../domain/opaque-ids';
import { RequestLoaders } from '../domain/request-loaders';
import { seedDomain } from '../domain/seed-domain';
import type { ServeContext } from '../domain/serve-context';
import type { SubgraphDefinition } from '../domain/subgraph-definition';
import { DisclosedRecords } from '../evidence/disclosed-records';
import { StatisticsDesk } from '../statistics/statistics-desk';

/** Who asks in a domain's own test; rules are not decided here, every level is full. */
export interface TestRequester {
  readonly party?: string;
  readonly purpose?: Purpose;
  /** The person of the party; always the same one unless said otherwise. */
  readonly id?: string;
  readonly agency?: string;
  readonly caseReference?: string;
  /** When it is asked; the same instant unless said otherwise. */
  readonly now?: Date;
}

/** What a test reads from an answer: its shape is the test's own business. */
// biome-ignore lint/suspicious/noExplicitAny: a test states the shape that it expects by reading it.
export type TestData = Record<string, any>;

/** A seeded domain on an embedded store of its own, for the tests beside the domain's files. */
export interface OpenDomain {
  ask(
    query: string,
    variables?: Record<string, unknown>,
    requester?: TestRequester,
  ): Promise<ExecutionResult<TestData>>;
  /** The domain's own store. */
  readonly connection: ServeContext['connection'];
  close(): Promise<void>;
}

const TEST_NOW = new Date('2026-01-15T12:00:00Z');

/** Opens and seeds a domain in a folder that is removed at the end. @param scale 1 is the default size. */
export async function openDomain(definition: SubgraphDefinition, scale: number): Promise<OpenDomain> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-domain-'));
  const store = await openStore({ address: `embedded:${directory}`, database: definition.name });
  await seedDomain(definition, { connection: store.connection, scale, progress: () => undefined });
  const { executable } = buildDomainSchema(definition);
  const { connection } = store;
  const statistics = await openStatistics(definition, connection);
  return {
    connection,
    ask: (source, variableValues, requester = {}) =>
      graphql({
        schema: executable,
        source,
        variableValues,
        contextValue: { ...contextOf(definition, connection, requester), statistics },
      }) as never,
    close: async () => {
      await statistics?.close();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A release that cannot be made fails the test that wanted it by what is told then. */
const openStatistics = async ({ statistics }: SubgraphDefinition, connection: ServeContext['connection']) =>
  statistics && StatisticsDesk.open({ statistics, connection, now: () => TEST_NOW, onFault: console.error });

function contextOf(
  definition: SubgraphDefinition,
  connection: ServeContext['connection'],
  requester: TestRequester,
): ServeContext {
  const party = requester.party ?? definition.party;
  const purpose = requester.purpose ?? 'STATISTICS';
  const { id = 'test', agency = 'TEST', caseReference, now = TEST_NOW } = requester;
  return {
    requester: {
      party,
      agency,
      id,
      roles: ['ANALYST'],
      purposes: [purpose],
      assurance: 2,
      issuer: 'test',
      key: 'key',
      issuedAt: 0,
      expiresAt: 0,
    },
    purpose,
    caseReference,
    now,
    level: () => 'full',
    levelOn: () => 'full',
    agreementOf: () => '',
    service: undefined,
    rights: undefined,
    statistics: undefined,
    evidence: { acknowledge: async () => undefined },
    existing: () => EVERY,
    exists: () => true,
    loaders: new RequestLoaders(),
    disclosed: new DisclosedRecords(),
    ids: new OpaqueIds(new Uint8Array(64).fill(7), { party, purpose, now, agreementOf: () => '' }),
    ownerEvidence: undefined as never,
    connection,
  };
}
