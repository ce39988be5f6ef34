import { setImmediate, setTimeout } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** What tells the time and how busy this process is. */
export interface LoadClock {
  /** Milliseconds, from whenever. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Begins to measure. What it returns tells in which share of the time since then the process was busy. */
  busyFromNow(): () => number;
}

/** How items are committed together. */
export interface GroupCommitOptions<Item, Result> {
  readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** How many at once, at most. */
  readonly most: number;
  readonly clock?: LoadClock;
}

/** The longest rest after a commit, in milliseconds. */
const MOST_REST_MS = 50;
/** From this share of its time on a process is busy. */
const BUSY = 0.5;

/**
 * Commits at once when nothing is being committed, and otherwise, together, what arrived meanwhile: under load each
 * wait for the disk serves many. In a process that is busy, a commit that served several is followed by a rest as long
 * as it took: half as many waits for the disk then serve twice as many, and leave the processor to those who wait.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running: Promise<void> | undefined;
  private restUntil = Number.NEGATIVE_INFINITY;
  private readonly clock: LoadClock;

  constructor(private readonly options: GroupCommitOptions<Item, Result>) {
    this.clock = options.clock ?? SYSTEM_CLOCK;
  }

  /** Settles when the item is committed. INVARIANT: when a commit fails, all that waits fails with it. */
  add(item: Item): Promise<Result> {
    const added = new Promise<Result>((resolve, reject) => this.waiting.push({ item, resolve, reject }));
    this.running ??= this.run();
    return added;
  }

  /** Settles when nothing waits. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // What arrives in one turn of the event loop goes together: no commit is heard of before the next turn.
    await setImmediate();
    while (this.waiting.length > 0) await this.commitNext();
    // INVARIANT: in the turn that found nothing waiting. What is added after it begins a run of its own.
    this.running = undefined;
  }

  private async commitNext(): Promise<void> {
    let batch: Waiting<Item, Result>[] = [];
    try {
      await this.rest();
      batch = this.waiting.splice(0, this.options.most);
      const results = await this.commitAll(batch);
      for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
    } catch (error) {
      for (const { reject } of [...batch, ...this.waiting.splice(0)]) reject(error);
    }
  }

  private async commitAll(batch: ReadonlyArray<Waiting<Item, Result>>): Promise<readonly Result[]> {
    const [begun, busy] = [this.clock.now(), this.clock.busyFromNow()];
    const results = await this.options.commit(batch.map(({ item }) => item));
    const ended = this.clock.now();
    if (batch.length > 1 && busy() >= BUSY) this.restUntil = ended + (ended - begun);
    return results;
  }

  /** Less than a millisecond is no rest, for no clock wakes anybody sooner; nor is there one where no more can join. */
  private async rest(): Promise<void> {
    const left = Math.min(this.restUntil - this.clock.now(), MOST_REST_MS);
    if (left >= 1 && this.waiting.length < this.options.most) await this.clock.wait(left);
  }
}

const SYSTEM_CLOCK: LoadClock = {
  now: () => performance.now(),
  wait: (milliseconds) => setTimeout(milliseconds),
  busyFromNow: () => {
    const begun = performance.eventLoopUtilization();
    return () => performance.eventLoopUtilization(begun).utilization;
  },
};
