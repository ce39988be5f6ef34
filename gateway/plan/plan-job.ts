/** A plan that is to be made, and who waits for it. */
export class PlanJob {
  /** The plan as JSON. */
  readonly made: Promise<string>;
  /** Whether a thread has begun it, or nobody needs it any more. */
  isTaken = false;
  /** How many threads have begun it. */
  attempts = 0;
  private settle!: { resolve(json: string): void; reject(error: unknown): void };

  constructor(readonly text: string) {
    this.made = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  done(json: string): void {
    this.settle.resolve(json);
  }

  failed(error: unknown): void {
    this.isTaken = true;
    this.settle.reject(error);
  }
}
