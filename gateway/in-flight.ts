/** The requests that are being answered, so that it can be waited for those of a moment. */
export class InFlight {
  private readonly running = new Set<Promise<void>>();

  /** Notes that a request is being answered. Returns what says that its answer is on its way. */
  enter(): () => void {
    let leave: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.running.add(answered);
    return () => {
      this.running.delete(answered);
      leave();
    };
  }

  /** Settles once every request that is being answered now has been. */
  async drained(): Promise<void> {
    await Promise.all(this.running);
  }
}
