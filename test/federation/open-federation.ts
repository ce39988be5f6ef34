import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { DOCUMENT_KINDS } from '@pasarela/schema/access/rule-documents';
import { type Contract, loadContract } from '@pasarela/schema/contract';
import { type Credentials, credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { ensureDevelopmentKeys } from '@pasarela/scripts/development/development-keys';
import { publishFirstRules } from '@pasarela/scripts/development/first-rules';
import { credentialsFor } from '@pasarela/scripts/development/token';
import { seedDomains } from '@pasarela/scripts/seed/seed-domains';
import { pullRules, watchRules } from '@pasarela/scripts/start/open-rules';
import { type RunningFederation, runFederation } from '@pasarela/scripts/start/run-federation';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { FailingDisk } from './failing-disk';

/** How a federation is opened for a test. */
export interface OpenFederationOptions {
  /** The product's own domains unless said otherwise. */
  readonly definitions?: readonly SubgraphDefinition[];
  readonly contract?: Contract;
  /** A folder with `parties/`, `agreements/`, `guardrails/`; a copy of it is used, so that a test can change rules. */
  readonly rulesDirectory?: string;
  /** 1 is 20,000 synthetic records of a kind; 0.02 unless said otherwise. */
  readonly scale?: number;
  readonly now?: () => Date;
  /** When tokens are issued; by the machine's own clock unless said otherwise. */
  readonly tokensAt?: () => Date;
  /** Rules are those that were signed and published, as the product has them; else the files of `rulesDirectory` as they change. */
  readonly governed?: boolean;
  /** The data directory of a federation whose keys are used: issuers, signing keys, opaque ids. */
  readonly keysFrom?: string;
  /** The data directory of a federation that was stopped: this one goes on in it. */
  readonly goOnIn?: string;
  /** The address that clients know the gateway by, where it is not the one that it listens at. */
  readonly publicUrl?: string;
  /** The folder of the saved questions; the shipped ones unless said otherwise. */
  readonly questionsDirectory?: string;
  /** Who executes plans; our own executor unless said otherwise. */
  readonly executor?: 'pasarela' | 'apollo';
}

/** A question over HTTP, as a client sends it. */
export interface Question {
  /** A persona; its token is sent, with a proof where it is bound to a key. */
  readonly as?: string;
  readonly purpose?: Purpose;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

/** What came back. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
  readonly text: string;
}

/** A real gateway and real subgraphs on free ports, seeded, in a folder that is removed at the end. */
export interface OpenFederation extends RunningFederation {
  readonly dataDirectory: string;
  readonly rulesDirectory: string;
  /** The disk of the logs of evidence, which a test can let fail. */
  readonly disk: FailingDisk;
  ask(question: Question): Promise<HttpAnswer>;
  token(persona: string): Promise<string>;
  /** A persona's token, and the key that it is bound to, if it is. */
  credentials(persona: string): Promise<Credentials>;
  /** Sends anything to the gateway. */
  send(path: string, init: RequestInit): Promise<HttpAnswer>;
  /** The entries of a subgraph's own request log so far. */
  requestLog(subgraph: string): Promise<LogEntry[]>;
  /** Stops it, and leaves its data directory to one that goes on in it. */
  stop(): Promise<void>;
}

/** One request as a subgraph logged it. */
export interface LogEntry {
  readonly msg: string;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly coordinates?: readonly string[];
}

/** After a leap of the clock rules are out of date until the next look, which need not be awaited for long. */
const LOOKS_OFTEN = 1;

/** Opens a federation; close it at the end of the test. */
export async function openFederation(options: OpenFederationOptions = {}): Promise<OpenFederation> {
  const { definitions = SUBGRAPHS, contract = loadContract(), scale = 0.02, now, tokensAt } = options;
  const disk = new FailingDisk();
  const { goOnIn } = options;
  const dataDirectory = goOnIn ?? (await mkdtemp(path.join(tmpdir(), 'pasarela-federation-')));
  const rulesDirectory = path.join(dataDirectory, 'rules');
  if (!goOnIn) await copyRules(options.rulesDirectory ?? schemaDirectory, rulesDirectory);
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDirectory,
    RULES_DIR: rulesDirectory,
    PUBLIC_URL: options.publicUrl,
    QUESTIONS_DIR: options.questionsDirectory,
    EXECUTOR: options.executor,
    LOG_LEVEL: 'info',
  });
  if (options.keysFrom) await copyKeys(options.keysFrom, dataDirectory);
  await ensureDevelopmentKeys(
    dataDirectory,
    definitions.map(({ name }) => name),
  );
  if (!goOnIn) await seedDomains({ definitions, storeAddress: config.storeAddress, scale, progress: () => undefined });
  const rulesAddress = { url: '' };
  if (options.governed)
    await publishFirstRules({
      storeAddress: config.storeAddress,
      labels: contract.labels,
      dataDirectory,
      rulesDirectory,
      now: now?.() ?? new Date(),
    });
  const federation = await runFederation({
    definitions,
    config,
    contract,
    openRules: options.governed
      ? pullRules({ config, contract, address: rulesAddress, now, ...(now && { waitSeconds: LOOKS_OFTEN }) })
      : watchRules(config, contract),
    rulesAddress,
    ...(now && { now }),
    evidenceDisk: disk.fileSystem,
  });
  const credentials = (persona: string) =>
    credentialsFor(persona, { dataDirectory, ...(tokensAt && { issuedAt: tokensAt() }) });
  const presented = async (persona: string) => {
    const request = { method: 'POST', address: federation.gateway.address };
    return credentialHeaders(await credentials(persona), request, now ?? (() => new Date()));
  };
  const send = (where: string, init: RequestInit) => fetchAnswer(`${federation.gateway.url}${where}`, init);
  return {
    ...federation,
    dataDirectory,
    rulesDirectory,
    disk,
    token: async (persona) => (await credentials(persona)).token,
    credentials,
    send,
    ask: async (question) => send('/graphql', await requestOf(question, presented)),
    requestLog: (subgraph) => readLog(path.join(dataDirectory, 'logs', `${subgraph}.log`)),
    stop: federation.close,
    close: async () => {
      await federation.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function copyRules(from: string, to: string): Promise<void> {
  for (const entry of DOCUMENT_KINDS) await mkdir(path.join(to, entry), { recursive: true });
  for (const entry of DOCUMENT_KINDS.filter((kind) => existsSync(path.join(from, kind))))
    await cp(path.join(from, entry), path.join(to, entry), { recursive: true });
}

async function copyKeys(from: string, to: string): Promise<void> {
  for (const folder of ['keys', 'trust']) await cp(path.join(from, folder), path.join(to, folder), { recursive: true });
}

async function requestOf(
  question: Question,
  presented: (persona: string) => Promise<Record<string, string>>,
): Promise<RequestInit> {
  const { as, purpose, query, variables, operationName, headers } = question;
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as && (await presented(as))),
      ...(purpose && { 'x-purpose': purpose }),
      ...headers,
    },
    body: JSON.stringify({ query, variables, operationName }),
  };
}

async function fetchAnswer(url: string, init: RequestInit): Promise<HttpAnswer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The log is written behind the answer: a moment is given for the last line to arrive. */
async function readLog(file: string): Promise<LogEntry[]> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LogEntry);
}
