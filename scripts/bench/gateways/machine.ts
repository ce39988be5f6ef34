import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** On what and when something was measured. */
export interface Machine {
  /** The day, UTC. */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** The load average of the last minute, before the run. */
  readonly load: number;
}

/** Describes this machine now. */
export const describeMachine = (now: Date): Machine => ({
  date: now.toISOString().slice(0, 10),
  processor: cpus()[0]?.model.trim() || 'unknown processor',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  load: loadavg()[0] as number,
});
