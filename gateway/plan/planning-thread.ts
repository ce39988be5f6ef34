import type { Worker } from 'node:worker_threads';
import { requestError } from '@pasarela/schema/errors';
import type { PlanJob } from './plan-job';
import type { PlanMessage } from './plan-message';

/** A place for one thread: another is started in it when one ended. */
export interface PlanningThreadOptions {
  readonly start: () => Worker;
  /** How long a plan may take, once the thread is ready. */
  readonly timeoutMs: number;
  readonly onFree: () => void;
}

/** What a thread is doing. */
interface Running {
  readonly job: PlanJob;
  readonly requester: string;
  readonly onEnded: () => void;
  timer?: NodeJS.Timeout;
}

/** How many plans' time a thread has to get ready. */
const START_TIMES = 12;

/** One planning thread. Makes one plan at a time; is replaced when it takes too long over one, and when it ends. */
export class PlanningThread {
  private worker: Worker | undefined;
  private isReady = false;
  private running: Running | undefined;

  constructor(private readonly options: PlanningThreadOptions) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** For whom a plan is being made; undefined while none is. */
  get requester(): string | undefined {
    return this.running?.requester;
  }

  /** Starts a thread where there is none. It keeps no process from ending while it has nothing to do. */
  open(): Worker {
    if (this.worker) return this.worker;
    const worker = this.options.start();
    this.worker = worker;
    this.isReady = false;
    worker.unref();
    worker.on('message', (message: PlanMessage) => this.hear(worker, message));
    // Why it ended tells whoever waits nothing; that it did is heard once, below.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.ended(worker));
    return worker;
  }

  /** Makes a plan. @param onEnded when the thread ended over it. */
  run(job: PlanJob, requester: string, onEnded: () => void): void {
    job.attempts += 1;
    this.running = { job, requester, onEnded };
    const worker = this.open();
    worker.ref();
    worker.postMessage(job.text);
    this.limitTime();
  }

  async close(): Promise<void> {
    const { worker, running } = this;
    this.forget();
    running?.job.failed(requestError('PLANNING_UNAVAILABLE'));
    await worker?.terminate();
  }

  /** The time of a plan begins when the thread is ready for it. */
  private limitTime(): void {
    const { running, isReady } = this;
    const { timeoutMs } = this.options;
    if (!running) return;
    clearTimeout(running.timer);
    running.timer = setTimeout(
      isReady ? () => this.tookTooLong(running.job) : () => void this.worker?.terminate(),
      isReady ? timeoutMs : timeoutMs * START_TIMES,
    );
  }

  private hear(worker: Worker, message: PlanMessage): void {
    if (worker !== this.worker) return;
    if (message.kind === 'READY') {
      this.isReady = true;
      this.limitTime();
      return;
    }
    const { running } = this;
    this.rest();
    if (message.kind === 'PLAN') running?.job.done(message.json);
    else running?.job.failed(faultOf(message));
    this.options.onFree();
  }

  private rest(): void {
    clearTimeout(this.running?.timer);
    this.running = undefined;
    this.worker?.unref();
  }

  private forget(): void {
    this.rest();
    this.worker = undefined;
  }

  private tookTooLong(job: PlanJob): void {
    const { worker } = this;
    this.forget();
    job.failed(requestError('TOO_COMPLEX', { seconds: this.options.timeoutMs / 1000 }));
    void worker?.terminate();
    this.options.onFree();
  }

  private ended(worker: Worker): void {
    if (worker !== this.worker) return;
    const { running } = this;
    this.forget();
    running?.onEnded();
    this.options.onFree();
  }
}

/** A fault of the planner, as the operational log tells faults. */
function faultOf({ name, stack }: Extract<PlanMessage, { kind: 'FAULT' }>): Error {
  const fault = new Error('The planner failed.');
  return Object.assign(fault, { name, stack });
}
