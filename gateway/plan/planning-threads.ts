import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { requestError } from '@pasarela/schema/errors';
import { PlanJob } from './plan-job';
import type { PlanningThreadData } from './plan-message';
import { PlanningThread } from './planning-thread';
import { WAITING_LIMITS, type WaitingLimits, WaitingPlans } from './waiting-plans';

/** How plans are made. */
export interface PlanningThreadsOptions {
  readonly supergraphSdl: string;
  /** How many are made at a time; what ships unless said otherwise. */
  readonly threads?: number;
  /** How long one may take. */
  readonly timeoutMs?: number;
  readonly limits?: WaitingLimits;
  readonly startThread?: (data: PlanningThreadData) => Worker;
}

const THREADS = 2;
const TIMEOUT_MS = 5_000;
/** What plans of one thread may take: the planner itself needs about 60 MB of it. */
const MOST_MEGABYTES = 512;
/** A plan that ended a thread is tried once more. */
const MOST_ATTEMPTS = 2;

/**
 * Makes plans in threads of their own, so that none stalls those whose plans are there.
 *
 * INVARIANT: of one requester one plan is made at a time, and for no longer than the timeout: a slow one holds up its
 * own requester.
 */
export class PlanningThreads {
  private readonly threads: readonly PlanningThread[];
  private readonly waiting: WaitingPlans;
  private isClosed = false;

  constructor({ supergraphSdl, threads = THREADS, timeoutMs = TIMEOUT_MS, ...options }: PlanningThreadsOptions) {
    const { limits = WAITING_LIMITS, startThread = startPlanningThread } = options;
    this.waiting = new WaitingPlans(limits);
    const start = () => startThread({ supergraphSdl });
    this.threads = Array.from({ length: threads }, () => new PlanningThread({ start, timeoutMs, onFree: this.next }));
  }

  /** Gets the first thread ready, so that no request waits for that. */
  open(): void {
    this.threads[0]?.open();
  }

  /**
   * Has a plan made for a requester.
   * @throws PLANNING_UNAVAILABLE when too many wait already.
   */
  make(text: string, requester: string): PlanJob {
    const job = new PlanJob(text);
    if (this.isClosed || !this.waiting.add(requester, job)) throw requestError('PLANNING_UNAVAILABLE');
    this.next();
    return job;
  }

  /** Lets another requester wait for a plan too: in their own line, should their turn come earlier. */
  alsoFor(job: PlanJob, requester: string): void {
    if (job.isTaken) return;
    this.waiting.add(requester, job);
    this.next();
  }

  /** Ends the threads; who still waits is refused. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.waiting.clear()) job.failed(requestError('PLANNING_UNAVAILABLE'));
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private readonly next = (): void => {
    for (const thread of this.threads) {
      if (this.isClosed || thread.isBusy) continue;
      const served = new Set(this.threads.flatMap(({ requester }) => requester ?? []));
      const taken = this.waiting.take(served);
      if (!taken) return;
      thread.run(taken.job, taken.requester, () => this.tryAgain(taken.job, taken.requester));
    }
  };

  /** Of a thread that ended by itself. INVARIANT: a plan that ends threads is not tried for ever. */
  private tryAgain(job: PlanJob, requester: string): void {
    if (this.isClosed || job.attempts >= MOST_ATTEMPTS) job.failed(requestError('PLANNING_UNAVAILABLE'));
    else this.waiting.putBack(requester, job);
  }
}

/** Starts a thread from the built files: it can read no others. */
export function startPlanningThread(workerData: PlanningThreadData): Worker {
  const directory = path.dirname(require.resolve('@pasarela/gateway/package.json'));
  return new Worker(path.join(directory, 'dist', 'plan', 'planning-thread-main.js'), {
    workerData,
    name: 'planner',
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
}
