import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Where processes of the benchmark run. */
export interface Cores {
  /** Whether processes can be bound to a core here: by `taskset`, on two cores or more. */
  readonly pinned: boolean;
  /** What the gateway under test is started with, to have a core of its own. */
  readonly gateway: readonly string[];
  /** The cores of everything else, as `taskset` lists them. */
  readonly others: string;
}

const GATEWAY_CORE = 0;

/** Finds out how processes can be bound to cores here. */
export function findCores(): Cores {
  const cores = availableParallelism();
  const pinned = cores > 1 && spawnSync('taskset', ['-c', String(GATEWAY_CORE), 'true']).status === 0;
  return {
    pinned,
    gateway: pinned ? ['taskset', '-c', String(GATEWAY_CORE)] : [],
    others: cores > 2 ? `1-${cores - 1}` : '1',
  };
}

/** Keeps a process, and every thread of it, off the gateway's core. */
export function keepOffGatewayCore({ pinned, others }: Cores, pid: number): void {
  if (pinned) spawnSync('taskset', ['-a', '-c', '-p', others, String(pid)]);
}
