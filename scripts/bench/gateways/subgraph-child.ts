import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { nextMessage } from './child-messages';
import type { SubgraphCounts } from './serve-subgraph';

/** What subgraphs are served with. */
export interface SubgraphSettings {
  readonly sdls: Readonly<Record<string, string>>;
  /** Where the keys stand that they verify fetches with; undefined: they answer anybody. */
  readonly dataDirectory?: string | undefined;
}

/** What subgraphs did so far, and the processor that it took. */
export interface SubgraphUsage extends Readonly<SubgraphCounts> {
  readonly cpuSeconds: number;
}

/** The longest body that anybody fetched with; without a name before the first. */
export interface LongestFetch {
  readonly name?: string;
  readonly body: string;
}

/** The process of the subgraphs that all gateways are compared with. */
const COMPARED = path.join(__dirname, 'subgraph-process.js');

/** All subgraphs of a benchmark, in one process. */
export class SubgraphChild {
  private constructor(
    private readonly child: ChildProcess,
    /** By name. */
    readonly addresses: Readonly<Record<string, string>>,
  ) {}

  /** @param file what serves them by these settings. */
  static async start<Settings extends object = SubgraphSettings>(
    settings: Settings,
    file: string = COMPARED,
  ): Promise<SubgraphChild> {
    const child = fork(file);
    child.send(settings);
    return new SubgraphChild(child, await nextMessage<Record<string, string>>(child));
  }

  get pid(): number {
    return this.child.pid as number;
  }

  async usage(): Promise<SubgraphUsage> {
    this.child.send('usage');
    return nextMessage<SubgraphUsage>(this.child);
  }

  /** The longest body that anybody fetched with, and where; undefined before the first. */
  async longestFetch(): Promise<{ readonly address: string; readonly body: string } | undefined> {
    this.child.send('longest');
    const { name, body } = await nextMessage<LongestFetch>(this.child);
    return name === undefined ? undefined : { address: this.addresses[name] as string, body };
  }

  close(): void {
    this.child.disconnect();
  }
}
