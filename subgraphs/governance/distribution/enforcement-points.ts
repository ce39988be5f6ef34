/** What is known of one enforcement point. */
export interface PointState {
  readonly point: string;
  /** The bundle that it said it holds; empty before it first asked. */
  readonly holds: string;
  /** The owners whose newest part it refused, or could not put in force. */
  readonly notInForce: readonly string[];
  /** Milliseconds since the epoch; undefined before it first asked. */
  readonly seenAt: number | undefined;
  /** Whether it waits for news right now, or did a moment ago. */
  readonly reachable: boolean;
}

/** A point that waits for news is reachable; so is one that asked within this time. */
const REACHABLE_MS = 5_000;

/** Which bundle each enforcement point holds: a point that asks for what is newer says so. */
export class EnforcementPoints {
  private readonly holds = new Map<string, string>();
  private readonly notInForce = new Map<string, readonly string[]>();
  private readonly seenAt = new Map<string, number>();
  private readonly waiting = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly names: readonly string[],
    private readonly now: () => Date,
  ) {}

  /** Notes that a point asked, and what it holds. */
  saw(point: string, holds: string, notInForce: readonly string[]): void {
    this.holds.set(point, holds);
    this.notInForce.set(point, notInForce);
    this.seenAt.set(point, this.now().getTime());
    for (const listener of [...this.listeners]) listener();
  }

  /** Notes that a point waits for news. Returns what ends the wait. */
  waits(point: string): () => void {
    this.waiting.set(point, (this.waiting.get(point) ?? 0) + 1);
    return () => {
      this.waiting.set(point, (this.waiting.get(point) ?? 1) - 1);
      this.seenAt.set(point, this.now().getTime());
    };
  }

  states(): PointState[] {
    const now = this.now().getTime();
    return this.names.map((point) => {
      const seenAt = this.seenAt.get(point);
      const waits = (this.waiting.get(point) ?? 0) > 0;
      const reachable = waits || (seenAt !== undefined && now - seenAt < REACHABLE_MS);
      const notInForce = this.notInForce.get(point) ?? [];
      return { point, holds: this.holds.get(point) ?? '', notInForce, seenAt, reachable };
    });
  }

  /** Waits until every reachable point holds a bundle, or for so long, and returns how all points stand. */
  async confirmed(bundle: string, withinMs: number): Promise<PointState[]> {
    const pending = () => this.states().some(({ holds, reachable }) => reachable && holds !== bundle);
    if (pending()) await this.until(() => !pending(), withinMs);
    return this.states();
  }

  private until(holds: () => boolean, withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve();
      };
      const look = () => holds() && settle();
      const timer = setTimeout(settle, withinMs);
      this.listeners.add(look);
    });
  }
}
