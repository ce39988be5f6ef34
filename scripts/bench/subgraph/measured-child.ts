import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { nextMessage } from '../gateways/child-messages';
import { startFlags } from '../gateways/start-flags';
import type { MeasuredUsage } from './measured-process';

/** Where the process keeps what it keeps; a MongoDB holds its stores where one is named. */
export interface MeasuredPlace {
  readonly dataDirectory: string;
  readonly mongodb?: string | undefined;
}

/** The subgraph that is measured, in a process of its own. */
export class MeasuredChild {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start({ dataDirectory, mongodb }: MeasuredPlace): Promise<MeasuredChild> {
    // biome-ignore lint/style/noProcessEnv: the process is to find what this one found, but for its stores and keys.
    const { MONGODB_URI: _theirs, RULES_DIR: _rules, ...env } = process.env;
    const child = fork(path.join(__dirname, 'measured-process.js'), {
      execArgv: startFlags(),
      env: { ...env, DATA_DIR: dataDirectory, ...(mongodb && { MONGODB_URI: mongodb }) },
    });
    const { url } = await nextMessage<{ url: string }>(child);
    return new MeasuredChild(child, url);
  }

  async usage(): Promise<MeasuredUsage> {
    this.child.send('usage');
    return nextMessage<MeasuredUsage>(this.child);
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
