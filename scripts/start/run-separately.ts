import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { RunningDomain } from './run-subgraph';

/** What a subgraph's process tells when it answers, or why it does not. */
export type SubgraphMessage =
  | { readonly url: string; readonly serviceUrl?: string | undefined }
  | { readonly fault: string };

/** What a subgraph's process is told of the start that it belongs to. */
export interface SeparateOptions {
  /** Where rules are had from; empty for the process that distributes them. */
  readonly rulesUrl: string;
  readonly production: boolean;
}

/** Runs a subgraph in a process of its own; the process ends when this one does. */
export async function runSeparately(
  { name }: SubgraphDefinition,
  { rulesUrl, production }: SeparateOptions,
): Promise<RunningDomain> {
  const words = [name, rulesUrl, ...(production ? ['production'] : [])];
  const child = fork(path.join(__dirname, 'subgraph-process.js'), words, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [{ fault: 'it ended while starting' }]),
  ])) as [SubgraphMessage];
  if ('fault' in message) throw new Error(`${name} could not start: ${message.fault}`);
  return { name, url: message.url, serviceUrl: message.serviceUrl, close: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
}
