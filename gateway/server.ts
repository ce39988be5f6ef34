import type { KeyObject } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DeciderCache } from '@pasarela/schema/access/decider';
import { QUERY_LIMITS } from '@pasarela/schema/access/question/limits';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import type { Contract } from '@pasarela/schema/contract';
import { readSpanish } from '@pasarela/schema/descriptions/read-spanish';
import type { RulesOfPoint } from '@pasarela/schema/enforcement-point/rules-of-point';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { ProofVerifier } from '@pasarela/schema/identity/possession/verify-proof';
import type { TrustStore } from '@pasarela/schema/identity/trust-store';
import { TokenVerifier } from '@pasarela/schema/identity/verify-token';
import { LogFile } from '@pasarela/schema/operational-log/log-file';
import type { OutboundPolicy } from '@pasarela/schema/outbound/outbound-policy';
import { refusalOfAddress } from '@pasarela/schema/outbound/refuse-address';
import pino, { type Logger } from 'pino';
import type { AuthenticateTools } from './authenticate/authenticate';
import type { Config } from './config';
import { replySchemas } from './execute/execute-plan';
import { SubgraphClient, type SubgraphPeer } from './execute/subgraph-client';
import { EXPORT_LIMITS, type ExportLimits, Exports } from './exports/exports';
import { GATEWAY_NAME } from './gateway-name';
import { createHttpServer } from './http/http-server';
import { openQuestions } from './open-questions';
import { Planner } from './plan/planner';
import { addressUnder, graphqlAddress, listenedAddress } from './public-address';
import { answerRequest, type RequestTools, requireRequester } from './request-path';
import type { Answered, Received } from './request-state';
import { respondRefusal } from './respond/respond';

/** What a request may hold, in bytes: signed rules of a party and of all together come in one mutation's variables. */
const MAX_BODY_BYTES = 800_000;
const MAX_REPLY_BYTES = 10_000_000;

/** What a gateway runs on. */
export interface GatewayOptions {
  readonly config: Config;
  readonly contract: Contract;
  readonly issuers: TrustStore;
  readonly signingKey: KeyObject;
  readonly peers: ReadonlyMap<string, SubgraphPeer>;
  /** Where the gateway may connect to: nowhere else are subgraphs called. */
  readonly outbound: OutboundPolicy;
  /** Opens the gateway's own copy of the rules; what is wrong with them goes into its log. */
  readonly openRules: (point: RulesOfPoint) => Promise<RuleSource>;
  /** The folder of the saved questions that are served. */
  readonly questionsDirectory: string;
  /** The gateway's own log of what it gives out. */
  readonly openEvidence: (onFailure: (error: unknown) => void) => Promise<EvidenceRecorder>;
  readonly now?: () => Date;
  /** How much is kept of exports; what ships unless said otherwise. */
  readonly exportLimits?: ExportLimits;
}

/** A gateway that answers. */
export interface RunningGateway {
  readonly url: string;
  /** Where clients reach GraphQL, as their proofs name it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Starts the gateway: composes the steps and listens. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { config } = options;
  const now = options.now ?? (() => new Date());
  const { questions, unfit } = openQuestions(options.questionsDirectory);
  const logFile = new LogFile({ file: path.join(config.dataDirectory, 'logs', 'gateway.log') });
  const log = pino({ level: config.logLevel, base: { name: 'gateway' } }, logFile);
  const rules = await options.openRules({
    name: GATEWAY_NAME,
    warn: (details, message) => log.warn(details, message),
  });
  const evidence = await options
    .openEvidence((error) => log.warn(faultOf(error), 'checkpoint not kept'))
    .catch(async (error) => {
      rules.close();
      await logFile.close();
      throw error;
    });
  warnOfRefusedAddresses(options, log);
  for (const { id: question, what } of unfit) log.warn({ question, what }, 'this saved question is not served');
  const client = new SubgraphClient({
    gateway: GATEWAY_NAME,
    signingKey: options.signingKey,
    peers: options.peers,
    outbound: options.outbound,
    timeoutMs: config.subgraphTimeoutMs,
    maxReplyBytes: MAX_REPLY_BYTES,
    now,
  });
  const publicAddress = { url: config.publicUrl };
  const authenticate = {
    tokens: new TokenVerifier(options.issuers, now),
    proofs: new ProofVerifier(now),
    addressOf: (where: string) => addressUnder(publicAddress.url, where),
  };
  const tools = requestTools(options, { rules, client, authenticate, evidence, log });
  const answer = (received: Received) => answerAndLog(received, tools, log);
  const exports = new Exports({
    directory: path.join(config.dataDirectory, 'exports'),
    limits: options.exportLimits ?? EXPORT_LIMITS,
    now,
    answer,
    refuse: respondRefusal,
  });
  const server = await createHttpServer({
    maxBodyBytes: MAX_BODY_BYTES,
    now,
    consoleDirectory: path.join(path.dirname(require.resolve('@pasarela/console/package.json')), 'dist'),
    answer,
    refuse: respondRefusal,
    ready: () => client.allReady(),
    evidence,
    questions,
    requireRequester: (received) => requireRequester(received, tools),
    exports,
  });
  await server.listen({ host: config.host, port: config.port });
  const { port } = server.server.address() as AddressInfo;
  const url = listenedAddress(config.host, port);
  publicAddress.url ||= url;
  return {
    url,
    address: graphqlAddress(publicAddress.url),
    close: async () => {
      await server.close();
      await exports.close();
      await client.close();
      await tools.planner.close();
      rules.close();
      await evidence.close();
      await logFile.close();
    },
  };
}

/** A subgraph that may not be called is as one that is down; its operator reads here why. */
function warnOfRefusedAddresses({ peers, outbound }: GatewayOptions, log: Logger): void {
  for (const [subgraph, { url }] of peers) {
    const code = refusalOfAddress(url, outbound);
    if (code) log.warn({ subgraph, code }, 'this subgraph is never called: its address is refused');
  }
}

/** One line a request, without values: its id, how it ended, how long it took. */
async function answerAndLog(received: Received, tools: RequestTools, log: Logger): Promise<Answered> {
  const started = performance.now();
  const answered = await answerRequest(received, tools);
  const [error] = (answered.body.errors ?? []) as Array<{ extensions?: { code?: string } }>;
  const ms = Math.round(performance.now() - started);
  log.info(
    { requestId: received.requestId, status: answered.status, ms, ...(error && { code: error.extensions?.code }) },
    'request',
  );
  return answered;
}

interface Parts {
  readonly rules: RuleSource;
  readonly client: SubgraphClient;
  readonly authenticate: AuthenticateTools;
  readonly evidence: EvidenceRecorder;
  readonly log: Logger;
}

function requestTools({ contract, config }: GatewayOptions, parts: Parts): RequestTools {
  const { rules, client, authenticate, evidence, log } = parts;
  const planner = new Planner(contract.supergraph);
  planner.open();
  const deciders = new DeciderCache();
  const schemas = new RequesterSchemas(planner.apiSchema, deciders, readSpanish(contract.directory));
  return {
    authenticate,
    rules,
    planner,
    limits: QUERY_LIMITS,
    parse: { limits: QUERY_LIMITS, deciders, schemas },
    execute: { planner, client, subgraphSchemas: replySchemas(contract.subgraphs), executor: config.executor },
    evidence,
    onFault: (requestId, error) => log.error({ requestId, ...faultOf(error) }, 'fault'),
  };
}

/** What the log says of a fault. */
const faultOf = (error: unknown) => ({ fault: error instanceof Error ? error.name : 'unknown', at: firstFrame(error) });

/** Where a fault arose. A fault's message could hold a value, so it is not logged. */
const firstFrame = (error: unknown): string =>
  error instanceof Error ? (error.stack?.split('\n').find((line) => FRAME.test(line)) ?? '').trim() : '';

/** A line of a stack; a message of several lines may have one that begins alike. */
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;
