import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { loadContract } from '@pasarela/schema/contract';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { ensureDevelopmentKeys } from '@pasarela/scripts/development/development-keys';
import { publishFirstRules } from '@pasarela/scripts/development/first-rules';
import { seedDomains } from '@pasarela/scripts/seed/seed-domains';
import type { SubgraphMessage } from '@pasarela/scripts/start/run-separately';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import { environment, freePort } from '../federation/start-product';
import { Relay } from './relay';

const SCRIPTS = path.join(path.dirname(schemaDirectory), 'scripts', 'dist');
const SCALE = 0.02;

/** The owners' subgraphs by name: those that others need rules of first. */
export const OWNERS: readonly string[] = [...SUBGRAPHS]
  .sort((one, other) => Number(Boolean(other.open)) - Number(Boolean(one.open)))
  .map(({ name }) => name);

/** The gateway and each subgraph in a process of its own; each can be killed and started again for itself. */
export class SeparateFederation {
  private readonly children = new Map<string, ChildProcess>();
  private readonly relays = new Map<string, Relay>();
  private readonly addresses = new Map<string, string>();
  private rulesUrl = '';

  private constructor(
    readonly dataDirectory: string,
    private readonly port: number,
  ) {}

  /** Makes keys, records and rules in an empty folder, one of its own unless said otherwise, and starts all. */
  static async open(given?: string): Promise<SeparateFederation> {
    const dataDirectory = given ?? (await mkdtemp(path.join(tmpdir(), 'pasarela-faults-')));
    await prepare(dataDirectory);
    const federation = new SeparateFederation(dataDirectory, await freePort());
    await federation.start([...OWNERS, GATEWAY_NAME]);
    return federation;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** The process of the gateway or of an owner's subgraph. */
  pidOf(name: string): number {
    return this.children.get(name)?.pid as number;
  }

  /** Those that ended by themselves or were killed, and do not run. */
  get ended(): string[] {
    return [...this.children].filter(([, child]) => hasEnded(child)).map(([name]) => name);
  }

  /** Stops one as its parent would. Settles when it ended. */
  async stop(name: string): Promise<void> {
    const child = this.children.get(name) as ChildProcess;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }

  /** kill -9, all at one moment. */
  async kill(names: readonly string[]): Promise<void> {
    const killed = names.map((name) => this.children.get(name) as ChildProcess);
    const ended = killed.map((child) => once(child, 'exit'));
    for (const child of killed) child.kill('SIGKILL');
    await Promise.all(ended);
  }

  /** Starts what was killed: the governance subgraph first, which the others have rules from, the gateway last. */
  async start(names: readonly string[]): Promise<void> {
    const [first, ...others] = OWNERS;
    if (first && names.includes(first)) await this.startOwner(first);
    await Promise.all(others.filter((name) => names.includes(name)).map((name) => this.startOwner(name)));
    if (names.includes(GATEWAY_NAME)) await this.startGateway();
  }

  async close(): Promise<void> {
    const { ended } = this;
    await this.kill([...this.children.keys()].filter((name) => !ended.includes(name)));
    for (const relay of this.relays.values()) await relay.close();
    await rm(this.dataDirectory, { recursive: true, force: true }).catch(unlessMounted);
  }

  private async startOwner(name: string): Promise<void> {
    const { url, serviceUrl } = await this.run(name, 'start/subgraph-process.js', [name, this.rulesUrl]);
    this.addresses.set(name, await this.relayed(name, url));
    if (serviceUrl) this.rulesUrl = await this.relayed(`${name} rules`, serviceUrl);
  }

  private async startGateway(): Promise<void> {
    const addresses = JSON.stringify(Object.fromEntries(this.addresses));
    await this.run(GATEWAY_NAME, 'testing/gateway-process.js', [this.rulesUrl, addresses]);
  }

  private async run(name: string, script: string, words: readonly string[]) {
    const child = fork(path.join(SCRIPTS, script), words, {
      env: environment(this.settings()),
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.children.set(name, child);
    const ended = once(child, 'exit').then(() => [{ fault: 'it ended while starting' }]);
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [SubgraphMessage];
    if ('fault' in message) throw new Error(`${name}: ${message.fault}`);
    return message;
  }

  private settings(): Record<string, string> {
    const { dataDirectory, port } = this;
    // What one process compiled the next one need not: starts are most of the time that this takes.
    const compiled = path.join(dataDirectory, 'compiled');
    return { DATA_DIR: dataDirectory, PORT: String(port), NODE_COMPILE_CACHE: compiled };
  }

  private async relayed(name: string, url: string): Promise<string> {
    const relay = this.relays.get(name) ?? (await Relay.open());
    this.relays.set(name, relay);
    return relay.urlFor(url);
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** What is in the folder is gone by then; whoever mounted something on it removes the folder itself. */
function unlessMounted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EBUSY') throw error;
}

async function prepare(dataDirectory: string): Promise<void> {
  const { labels } = loadContract();
  const { storeAddress, rulesDirectory } = readConfig({ DATA_DIR: dataDirectory });
  await ensureDevelopmentKeys(dataDirectory, OWNERS);
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale: SCALE, progress: () => undefined });
  await publishFirstRules({ storeAddress, labels, dataDirectory, rulesDirectory, now: new Date() });
}
