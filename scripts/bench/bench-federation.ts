import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Config, readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import { ensureDevelopmentKeys } from '../development/development-keys';
import { publishFirstRules } from '../development/first-rules';
import { type SeedDomainsOptions, seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import { nextMessage } from './gateways/child-messages';
import { startFlags } from './gateways/start-flags';

/** Whether a federation records what leaves it, as the product always does. */
export type Evidence = 'with' | 'without';

/** A federation's data of its own. */
export interface BenchData extends Pick<SeedDomainsOptions, 'scale'> {
  readonly dataDirectory: string;
  readonly progress?: SeedDomainsOptions['progress'];
}

/** The settings of a federation under measurement: its stores are files in its own folder, whatever this machine sets. */
export const benchConfig = (dataDirectory: string): Config => readConfig({ DATA_DIR: dataDirectory });

/** Makes keys, seeds every domain and publishes the first rules, as a first start does. */
export async function prepareFederation({ dataDirectory, scale, progress }: BenchData): Promise<void> {
  const { storeAddress, rulesDirectory } = benchConfig(dataDirectory);
  const { labels } = loadContract();
  await ensureDevelopmentKeys(
    dataDirectory,
    SUBGRAPHS.map(({ name }) => name),
  );
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale, progress: progress ?? (() => undefined) });
  await publishFirstRules({ storeAddress, labels, dataDirectory, rulesDirectory, now: new Date() });
}

/** A whole federation with data that was prepared, in a process of its own, with the flags of `npm start`. */
export class BenchFederation {
  private constructor(
    private readonly child: ChildProcess,
    /** Where its gateway answers queries. */
    readonly url: string,
  ) {}

  static async start(dataDirectory: string, evidence: Evidence = 'with'): Promise<BenchFederation> {
    // biome-ignore lint/style/noProcessEnv: the process is to find what this one found, but for other stores.
    const { MONGODB_URI: _others, ...env } = process.env;
    const child = fork(path.join(__dirname, 'federation-process.js'), [evidence], {
      env: { ...env, DATA_DIR: dataDirectory, PORT: '0' },
      execArgv: [...process.execArgv, ...startFlags()],
    });
    const { url } = await nextMessage<{ url: string }>(child);
    return new BenchFederation(child, url);
  }

  /** Microseconds of processor that it took so far, the gateway and all subgraphs together. */
  async cpu(): Promise<number> {
    this.child.send('cpu');
    return (await nextMessage<{ cpu: number }>(this.child)).cpu;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
