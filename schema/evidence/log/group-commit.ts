import { setImmediate } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits at once when nothing is being committed, and otherwise, together, what arrived meanwhile: under load each
 * wait for the disk serves many.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly most: number,
  ) {}

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
      const batch = this.waiting.splice(0, this.most);
      try {
        const results = await this.commit(batch.map(({ item }) => item));
        for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
      } catch (error) {
        for (const { reject } of [...batch, ...this.waiting.splice(0)]) reject(error);
      }
    }
    // INVARIANT: in the turn that found nothing waiting. What is added after it begins a run of its own.
    this.running = undefined;
  }
}
