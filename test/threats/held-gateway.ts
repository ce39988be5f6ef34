import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readConfig } from '@pasarela/gateway/config';
import { startGateway } from '@pasarela/gateway/server';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { loadContract } from '@pasarela/schema/contract';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { readTrustStore } from '@pasarela/schema/identity/trust-store';
import { onlyOwn } from '@pasarela/schema/outbound/outbound-policy';
import { openTestRecorder } from '@pasarela/schema/testing/evidence-recorder';
import { QUESTIONS_DIRECTORY } from '@pasarela/scripts/ask/read-question';
import { PAIRWISE_BYTES } from '@pasarela/scripts/development/development-keys';
import { watchRules } from '@pasarela/scripts/start/open-rules';
import type { Question } from '../federation/open-federation';
import type { Stage } from './attack';

/** A message as it arrived at a subgraph's door. */
interface ReceivedMessage {
  /** The path that it was sent to. */
  readonly place: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A door on the way to a subgraph: what arrives while it is closed waits, and goes on unchanged. */
class Door {
  readonly server: Server;
  /** What arrived, in the order in which it did. */
  readonly received: ReceivedMessage[] = [];
  private closed: Promise<void> | undefined;
  private open: () => void = () => undefined;
  private noteArrival: () => void = () => undefined;

  constructor(private readonly target: string) {
    this.server = createServer((from, to) => void this.pass(from, to));
  }

  /** Closes the door; settles once something waits behind it. */
  close(): Promise<void> {
    this.closed = new Promise((resolve) => {
      this.open = resolve;
    });
    return new Promise((resolve) => {
      this.noteArrival = resolve;
    });
  }

  release(): void {
    this.closed = undefined;
    this.open();
  }

  private async pass(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { url: place = '/', method, headers } = from;
    const body = await text(from);
    this.received.push({ place, headers, body });
    this.noteArrival();
    await this.closed;
    const onward = request(new URL(place, this.target), { method, headers, agent: false }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    onward.end(body);
  }
}

/** A second gateway of a federation, with its own copy of the rules, whose fetches to one subgraph can be held. */
export interface HeldGateway {
  /** What the subgraph was sent. */
  readonly received: readonly ReceivedMessage[];
  /** Holds the fetches to the subgraph; settles when one waits. */
  hold(): Promise<void>;
  release(): void;
  ask(question: Required<Pick<Question, 'as' | 'purpose' | 'query'>>): Promise<{ status: number; body: any }>;
  close(): Promise<void>;
}

/** Rules of which news come last: what is in force changes only when somebody says that it is not the newest. */
function untilAsked(source: RuleSource): RuleSource {
  let inForce = source.current();
  return {
    current: () => inForce,
    refresh: async () => {
      inForce = await source.refresh();
      return inForce;
    },
    close: () => source.close(),
  };
}

/** Starts a second gateway on the product's stage, on the same keys and rule files. @param held the subgraph behind the door. */
export async function startHeldGateway(stage: Stage, held: string): Promise<HeldGateway> {
  const { dataDirectory: data, rulesDirectory, subgraphs } = stage;
  const door = new Door(subgraphs.find(({ name }) => name === held)?.url as string);
  await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve));
  const doorUrl = `http://127.0.0.1:${(door.server.address() as AddressInfo).port}/graphql`;
  const peer = (name: string, url: string) => ({
    url: name === held ? doorUrl : url,
    pairwiseKey: readSecret(keyFiles.pairwise(data, name), PAIRWISE_BYTES),
  });
  const config = readConfig({ PORT: '0', DATA_DIR: data, RULES_DIR: rulesDirectory });
  const contract = loadContract();
  const gateway = await startGateway({
    config,
    contract,
    questionsDirectory: QUESTIONS_DIRECTORY,
    openRules: async (point) => untilAsked(await watchRules(config, contract)(point)),
    openEvidence: () => openTestRecorder('held-gateway'),
    issuers: readTrustStore(keyFiles.issuers(data)),
    signingKey: readPrivateKey(keyFiles.gatewayPrivate(data)),
    outbound: onlyOwn([doorUrl, ...subgraphs.map(({ url }) => url)]),
    peers: new Map(subgraphs.map(({ name, url }) => [name, peer(name, url)])),
  });
  return {
    received: door.received,
    hold: () => door.close(),
    release: () => door.release(),
    ask: async ({ as, purpose, query }) => {
      const asked = { method: 'POST', address: gateway.address };
      const presented = await credentialHeaders(await stage.credentials(as), asked, () => new Date());
      const headers = { 'content-type': 'application/json', ...presented, 'x-purpose': purpose };
      const body = JSON.stringify({ query });
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      door.release();
      await gateway.close();
      door.server.closeAllConnections();
      await new Promise((resolve) => door.server.close(resolve));
    },
  };
}
