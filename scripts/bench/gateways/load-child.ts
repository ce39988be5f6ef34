import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { nextMessage } from './child-messages';
import type { Percentiles } from './latencies';
import type { GatewayLoad, LoadResult } from './load-gateway';

/** How a gateway did, as the process that loaded it tells. */
export interface MeasuredLoad extends Omit<LoadResult, 'latencies'>, Percentiles {
  /** Processor of the process that loads. */
  readonly cpuSeconds: number;
}

/** What that process tells. */
export type LoadMessage = { readonly result: MeasuredLoad } | { readonly fault: string };

/** The process that loads gateways, and compares every answer. */
export class LoadChild {
  private readonly child: ChildProcess = fork(path.join(__dirname, 'load-process.js'));

  get pid(): number {
    return this.child.pid as number;
  }

  /** Loads a gateway. @throws when an answer was wrong. */
  async load(load: GatewayLoad): Promise<MeasuredLoad> {
    this.child.send(load);
    const message = await nextMessage<LoadMessage>(this.child);
    if ('fault' in message) throw new Error(message.fault);
    return message.result;
  }

  close(): void {
    this.child.disconnect();
  }
}
