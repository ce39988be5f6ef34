import { setImmediate, setTimeout } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** What tells the milliseconds, from whenever, and waits for some. */
export interface RestClock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** How items are committed together. */
export interface GroupCommitOptions<Item, Result> {
  readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** How many at once, at most. */
  readonly most: number;
  readonly clock?: RestClock;
}

/** Milliseconds that the next commit waits after one that served several, at most. */
const MOST_REST_MS = 50;

/**
 * Commits at once when nothing is being committed, and otherwise, together, what arrived meanwhile: under load each
 * wait for the disk serves many. A commit that served several is followed by a rest as long as it took: where many
 * ask at once, half as many waits for the disk serve twice as many. Whoever asks alone never waits for that.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running: Promise<void> | undefined;
  private restUntil = Number.NEGATIVE_INFINITY;
  private readonly clock: RestClock;

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
    // What arrives in the same turn of the event loop goes together: it hears of a flush in the next one at the soonest.
    await setImmediate();
    while (this.waiting.length > 0) {
      await this.rest();
      const batch = this.waiting.splice(0, this.options.most);
      try {
        const results = await this.commitAll(batch);
        for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
      } catch (error) {
        for (const { reject } of [...batch, ...this.waiting.splice(0)]) reject(error);
      }
    }
    // INVARIANT: in the turn that found nothing waiting. What is added after it begins a run of its own.
    this.running = undefined;
  }

  private async commitAll(batch: ReadonlyArray<Waiting<Item, Result>>): Promise<readonly Result[]> {
    const begun = this.clock.now();
    const results = await this.options.commit(batch.map(({ item }) => item));
    const ended = this.clock.now();
    if (batch.length > 1) this.restUntil = ended + Math.min(ended - begun, MOST_REST_MS);
    return results;
  }

  /** Less than a millisecond is no rest: no clock wakes anybody sooner. */
  private async rest(): Promise<void> {
    const left = this.restUntil - this.clock.now();
    if (left >= 1) await this.clock.wait(left);
  }
}

const SYSTEM_CLOCK: RestClock = {
  now: () => performance.now(),
  wait: (milliseconds) => setTimeout(milliseconds),
};
