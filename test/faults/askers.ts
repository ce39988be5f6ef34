import { type Acknowledged, ASKED, Asker, PATIENCE_MS } from './asker';
import type { SeparateFederation } from './separate-federation';

const ASKERS = 8;

/** Somebody asks without end, many at a time, and keeps what was answered. */
export class Askers {
  readonly acknowledged: Acknowledged[] = [];
  private stopped = false;
  /** How many of them ask at the moment. */
  private active = ASKERS;
  private running: Promise<unknown> = Promise.resolve();

  private constructor(private readonly asker: Asker) {}

  static async start(federation: SeparateFederation): Promise<Askers> {
    const askers = new Askers(await Asker.of(federation));
    askers.running = Promise.all(Array.from({ length: ASKERS }, (_, asker) => askers.askOn(asker)));
    return askers;
  }

  /** Settles when so many more answers came that hold values of all owners: all processes serve again. */
  async untilWhole(more: number): Promise<void> {
    const start = this.acknowledged.length;
    const until = Date.now() + PATIENCE_MS;
    while (this.wholeSince(start) < more) {
      if (Date.now() > until) throw new Error('no whole answers come any more');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Few ask while a process starts, so that it starts soon. */
  async whileFewAsk(work: () => Promise<void>): Promise<void> {
    this.active = 1;
    await work();
    this.active = ASKERS;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private wholeSince(start: number): number {
    return this.acknowledged.slice(start).filter(({ owners }) => owners.length === ASKED.length).length;
  }

  private async askOn(asker: number): Promise<void> {
    while (!this.stopped) {
      const asked = asker < this.active ? await this.asker.ask().catch(() => undefined) : undefined;
      if (asked?.acknowledged) this.acknowledged.push(asked.acknowledged);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
